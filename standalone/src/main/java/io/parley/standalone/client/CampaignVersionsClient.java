package io.parley.standalone.client;

import io.parley.contracts.chat.ConversationTestReport;
import io.parley.contracts.version.CampaignFileView;
import io.parley.contracts.version.CampaignVersionDetail;
import io.parley.contracts.version.CampaignVersionView;
import io.parley.contracts.version.CampaignVersionWish;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Calls the gateway about the versions of a campaign, as {@link GatewayClient} does about everything else. */
public final class CampaignVersionsClient {

    /** Proofs, tests and comparisons take their time. */
    private static final Duration CHECKED_WITHIN = Duration.ofMinutes(10);

    private final GatewayClient gateway;
    private final String path;

    CampaignVersionsClient(GatewayClient gateway, String campaign) {
        this.gateway = gateway;
        this.path = "/api/campaigns/" + GatewayClient.encoded(campaign) + "/versions";
    }

    /** The latest first. */
    public List<CampaignVersionView> all() {
        return gateway.read(send(gateway.request(path).GET()), new TypeReference<>() {});
    }

    public CampaignVersionDetail send(CampaignVersionWish wish) {
        return gateway.read(send(gateway.post(path, wish)), CampaignVersionDetail.class);
    }

    public CampaignVersionDetail detail(int number) {
        return gateway.read(send(gateway.request(of(number)).GET()), CampaignVersionDetail.class);
    }

    public String file(int number, String name) {
        String query = "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return gateway.read(send(gateway.request(of(number) + "/files" + query).GET()), CampaignFileView.class)
                .text();
    }

    public ConversationTestReport test(int number) {
        return gateway.read(send(gateway.post(of(number) + "/tests", Map.of())), ConversationTestReport.class);
    }

    /** @param insist whether it shall be sold although its trial says otherwise */
    public CampaignVersionView publish(int number, boolean insist) {
        String path = of(number) + "/publish?insist=" + insist;
        return gateway.read(send(gateway.post(path, Map.of())), CampaignVersionView.class);
    }

    public CampaignVersionView rollBack() {
        return gateway.read(send(gateway.post(path + "/rollback", Map.of())), CampaignVersionView.class);
    }

    private String of(int number) {
        return path + "/" + number;
    }

    private byte[] send(HttpRequest.Builder request) {
        return gateway.send(gateway.asOperator(request), CHECKED_WITHIN);
    }
}
