package io.parley.gateway.upstream;

import static io.parley.gateway.upstream.Upstream.path;

import io.parley.contracts.chat.ConversationTestReport;
import io.parley.contracts.version.CampaignFileView;
import io.parley.contracts.version.CampaignVersionDetail;
import io.parley.contracts.version.CampaignVersionView;
import io.parley.contracts.version.CampaignVersionWish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.web.util.UriUtils;

/** The versions of campaigns at the order-flow-service. */
public final class CampaignVersions {

    private final Upstream service;
    private final Duration timeout;
    private final Duration longTimeout;

    CampaignVersions(Upstream service, UpstreamProperties properties) {
        this.service = service;
        this.timeout = properties.readTimeout();
        this.longTimeout = properties.longTimeout();
    }

    /** The latest first. */
    public List<CampaignVersionView> all(String campaign) {
        return List.of(service.call("GET", of(campaign), null, null, CampaignVersionView[].class, timeout));
    }

    public CampaignVersionDetail keep(String campaign, CampaignVersionWish wish) {
        return service.call("POST", of(campaign), null, wish, CampaignVersionDetail.class, longTimeout);
    }

    public CampaignVersionDetail detail(String campaign, int number) {
        return service.call("GET", of(campaign, number), null, null, CampaignVersionDetail.class, longTimeout);
    }

    public CampaignFileView file(String campaign, int number, String name) {
        return service.call(
                "GET",
                of(campaign, number) + "/files?name=" + UriUtils.encode(name, StandardCharsets.UTF_8),
                null,
                null,
                CampaignFileView.class,
                timeout);
    }

    public ConversationTestReport test(String campaign, int number) {
        return service.call(
                "POST", of(campaign, number) + "/tests", null, null, ConversationTestReport.class, longTimeout);
    }

    /**
     * @param expected the version that the operator saw on sale, if they say so
     * @param insist whether it is put on sale although its trial says otherwise
     */
    public CampaignVersionView publish(String campaign, int number, OptionalInt expected, boolean insist) {
        String query = "?insist=" + insist + (expected.isPresent() ? "&expected=" + expected.getAsInt() : "");
        return service.call(
                "POST", of(campaign, number) + "/publish" + query, null, null, CampaignVersionView.class, longTimeout);
    }

    public CampaignVersionView rollBack(String campaign) {
        return service.call("POST", of(campaign) + "/rollback", null, null, CampaignVersionView.class, longTimeout);
    }

    private static String of(String campaign) {
        return path("campaigns", campaign, "versions");
    }

    private static String of(String campaign, int number) {
        return path("campaigns", campaign, "versions", String.valueOf(number));
    }
}
