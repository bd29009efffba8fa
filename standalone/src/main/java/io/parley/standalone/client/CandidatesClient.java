package io.parley.standalone.client;

import io.parley.contracts.candidate.CandidateView;
import io.parley.contracts.candidate.CandidateWish;
import java.net.http.HttpRequest;

/** Calls the gateway about candidates for a campaign, as {@link GatewayClient} does about everything else. */
public final class CandidatesClient {

    private final GatewayClient gateway;
    private final String path;

    CandidatesClient(GatewayClient gateway, String campaign) {
        this.gateway = gateway;
        this.path = "/api/campaigns/" + GatewayClient.encoded(campaign) + "/candidates";
    }

    public CandidateView begin(CandidateWish wish) {
        return read(gateway.post(path, wish));
    }

    public CandidateView view(String trial) {
        return read(gateway.request(of(trial)).GET());
    }

    public CandidateView cancel(String trial) {
        return read(gateway.request(of(trial)).DELETE());
    }

    private String of(String trial) {
        return path + "/" + GatewayClient.encoded(trial);
    }

    private CandidateView read(HttpRequest.Builder request) {
        return gateway.read(
                gateway.send(gateway.asOperator(request), GatewayClient.ANSWERED_WITHIN), CandidateView.class);
    }
}
