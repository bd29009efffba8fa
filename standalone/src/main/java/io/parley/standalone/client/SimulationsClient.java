package io.parley.standalone.client;

import io.parley.contracts.simulation.SimulatedRow;
import io.parley.contracts.simulation.SimulationView;
import io.parley.contracts.simulation.SimulationWish;
import java.net.http.HttpRequest;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** Calls the gateway about simulated customers of a campaign, as {@link GatewayClient} does about everything else. */
public final class SimulationsClient {

    private final GatewayClient gateway;
    private final String path;

    SimulationsClient(GatewayClient gateway, String campaign) {
        this.gateway = gateway;
        this.path = "/api/campaigns/" + GatewayClient.encoded(campaign) + "/simulations";
    }

    public SimulationView begin(SimulationWish wish) {
        return read(gateway.post(path, wish));
    }

    public SimulationView view(String simulation) {
        return read(gateway.request(of(simulation)).GET());
    }

    public SimulationView cancel(String simulation) {
        return read(gateway.request(of(simulation)).DELETE());
    }

    /** What was said, conversation by conversation. */
    public List<SimulatedRow> rows(String simulation) {
        return gateway.read(send(gateway.request(of(simulation) + "/rows").GET()), new TypeReference<>() {});
    }

    private String of(String simulation) {
        return path + "/" + GatewayClient.encoded(simulation);
    }

    private SimulationView read(HttpRequest.Builder request) {
        return gateway.read(send(request), SimulationView.class);
    }

    private byte[] send(HttpRequest.Builder request) {
        return gateway.send(gateway.asOperator(request), GatewayClient.ANSWERED_WITHIN);
    }
}
