package io.parley.standalone.client;

import io.parley.contracts.mutation.MutationView;
import java.net.http.HttpRequest;

/** Calls the gateway about mutation runs of a campaign, as {@link GatewayClient} does about everything else. */
public final class MutationsClient {

    private final GatewayClient gateway;
    private final String path;

    MutationsClient(GatewayClient gateway, String campaign) {
        this.gateway = gateway;
        this.path = "/api/campaigns/" + GatewayClient.encoded(campaign) + "/mutations";
    }

    public MutationView begin() {
        return read(gateway.request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    public MutationView view(String mutation) {
        return read(gateway.request(of(mutation)).GET());
    }

    public MutationView cancel(String mutation) {
        return read(gateway.request(of(mutation)).DELETE());
    }

    private String of(String mutation) {
        return path + "/" + GatewayClient.encoded(mutation);
    }

    private MutationView read(HttpRequest.Builder request) {
        return gateway.read(
                gateway.send(gateway.asOperator(request), GatewayClient.ANSWERED_WITHIN), MutationView.class);
    }
}
