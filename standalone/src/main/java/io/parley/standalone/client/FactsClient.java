package io.parley.standalone.client;

import io.parley.contracts.fact.FactContent;
import io.parley.contracts.fact.FactView;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Calls the gateway about the facts of a campaign, as {@link GatewayClient} does about everything else. */
public final class FactsClient {

    private final GatewayClient gateway;
    private final String path;

    FactsClient(GatewayClient gateway, String campaign) {
        this.gateway = gateway;
        this.path = "/api/campaigns/" + GatewayClient.encoded(campaign) + "/facts";
    }

    /** Every fact, in the order of the ids, deleted ones too. */
    public List<FactView> all() {
        return gateway.read(send(gateway.request(path).GET()), new TypeReference<>() {});
    }

    /** A fact with its earlier versions. */
    public FactView one(String fact) {
        return read(gateway.request(of(fact)).GET());
    }

    /** Writes a fact, new or in place of the one with its id. */
    public FactView put(FactContent fact) {
        return read(gateway.put(of(fact.id()), fact));
    }

    public FactView delete(String fact) {
        return read(gateway.request(of(fact)).DELETE());
    }

    /** @param to 0 for what the campaign's folder has */
    public FactView rollBack(String fact, int to) {
        return read(gateway.post(of(fact) + "/rollback", Map.of("to", to)));
    }

    private String of(String fact) {
        return path + "/" + GatewayClient.encoded(fact);
    }

    private FactView read(HttpRequest.Builder request) {
        return gateway.read(send(request), FactView.class);
    }

    private byte[] send(HttpRequest.Builder request) {
        return gateway.send(gateway.asOperator(request), GatewayClient.ANSWERED_WITHIN);
    }
}
