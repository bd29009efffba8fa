package io.parley.standalone.client;

import io.parley.contracts.review.ReviewBatchGain;
import io.parley.contracts.review.ReviewExport;
import io.parley.contracts.review.ReviewItem;
import io.parley.contracts.review.ReviewPage;
import io.parley.contracts.review.ReviewVerdict;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** Calls the gateway about utterances for review, as {@link GatewayClient} does about everything else. */
public final class ReviewsClient {

    /** Two versions may have to be read from disk and compared. */
    private static final Duration COMPARED_WITHIN = Duration.ofMinutes(2);

    private final GatewayClient gateway;
    private final String path;

    ReviewsClient(GatewayClient gateway, String campaign) {
        this.gateway = gateway;
        this.path = "/api/campaigns/" + GatewayClient.encoded(campaign) + "/reviews";
    }

    /** Those that are open, the highest expected gain first. */
    public ReviewPage open(int from, int limit) {
        return read(gateway.request(path + "?from=" + from + "&limit=" + limit).GET(), ReviewPage.class);
    }

    public ReviewItem decide(long review, ReviewVerdict verdict) {
        return read(gateway.post(path + "/" + review, verdict), ReviewItem.class);
    }

    /** Makes a batch of the approved rows. */
    public ReviewExport batch() {
        return read(gateway.request(path + "/batches").POST(BodyPublishers.noBody()), ReviewExport.class);
    }

    /** What each batch was worth, the latest first. */
    public List<ReviewBatchGain> batches() {
        return gateway.read(
                gateway.send(
                        gateway.asOperator(gateway.request(path + "/batches").GET()), COMPARED_WITHIN),
                new TypeReference<>() {});
    }

    private <T> T read(HttpRequest.Builder request, Class<T> type) {
        return gateway.read(gateway.send(gateway.asOperator(request), GatewayClient.ANSWERED_WITHIN), type);
    }
}
