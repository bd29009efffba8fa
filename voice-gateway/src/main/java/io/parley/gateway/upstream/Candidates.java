package io.parley.gateway.upstream;

import static io.parley.gateway.upstream.Upstream.path;

import io.parley.contracts.candidate.CandidateVerdict;
import io.parley.contracts.candidate.CandidateView;
import io.parley.contracts.candidate.CandidateWish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.web.util.UriUtils;

/** The trials of candidates at the order-flow-service. */
public final class Candidates {

    private final Upstream service;
    private final Duration timeout;

    Candidates(Upstream service, UpstreamProperties properties) {
        this.service = service;
        this.timeout = properties.readTimeout();
    }

    public CandidateView begin(String campaign, CandidateWish wish) {
        return service.call("POST", of(campaign), null, wish, CandidateView.class, timeout);
    }

    public CandidateView view(String campaign, String trial) {
        return service.call("GET", of(campaign, trial), null, null, CandidateView.class, timeout);
    }

    public CandidateView cancel(String campaign, String trial) {
        return service.call("DELETE", of(campaign, trial), null, null, CandidateView.class, timeout);
    }

    /** Whether a version of a model may be put to use. */
    public CandidateVerdict verdict(String campaign, String kind, String version) {
        String query = "?kind=" + UriUtils.encode(kind, StandardCharsets.UTF_8) + "&version="
                + UriUtils.encode(version, StandardCharsets.UTF_8);
        return service.call("GET", of(campaign, "verdict") + query, null, null, CandidateVerdict.class, timeout);
    }

    private static String of(String campaign) {
        return path("campaigns", campaign, "candidates");
    }

    private static String of(String campaign, String part) {
        return path("campaigns", campaign, "candidates", part);
    }
}
