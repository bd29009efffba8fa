package io.parley.standalone.client;

import io.parley.modelservice.comparison.Comparison;
import io.parley.neural.jobs.StudyJob;
import io.parley.neural.registry.VersionChoice;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Calls the gateway about versions and studies of models, as {@link GatewayClient} does about everything else. */
public final class ModelsClient {

    private static final Duration COMPARED_WITHIN = Duration.ofMinutes(6);

    private final GatewayClient gateway;

    ModelsClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /** Asks for a study of the next-state model. */
    public StudyJob study(String campaign, StudyWish wish) {
        String path = GatewayClient.path(ModelKind.NEXT_STATE, campaign) + "/studies";
        HttpRequest.Builder request = wish.file()
                .map(file -> gateway.upload(path + wish.query(), file))
                .orElseGet(() -> gateway.post(path, wish.body()));
        return gateway.read(send(request), StudyJob.class);
    }

    public StudyJob study(String campaign, String study) {
        return gateway.read(send(gateway.request(path(campaign, study)).GET()), StudyJob.class);
    }

    /** Cancels a study; one that has ended stays as it is. */
    public StudyJob cancelStudy(String campaign, String study) {
        return gateway.read(send(gateway.request(path(campaign, study)).DELETE()), StudyJob.class);
    }

    /**
     * Asks two versions the same rows.
     *
     * @param first the champion if it is absent
     * @param file with the rows; the campaign's held-out rows if it is absent
     */
    public Comparison compare(
            ModelKind kind, String campaign, Optional<String> first, String second, Optional<Path> file) {
        String path = GatewayClient.path(kind, campaign) + "/comparisons";
        HttpRequest.Builder request = file.map(rows -> gateway.upload(path + query(first, second), rows))
                .orElseGet(() -> gateway.post(path, body(first, second)));
        return gateway.read(gateway.send(gateway.asOperator(request), COMPARED_WITHIN), Comparison.class);
    }

    /** Every version, as the gateway lists them. */
    public List<VersionView> versions(ModelKind kind, String campaign) {
        String path = GatewayClient.path(kind, campaign) + "/versions";
        return gateway.read(send(gateway.request(path).GET()), new TypeReference<>() {});
    }

    /**
     * Makes a version answer.
     *
     * @param insist whether it shall answer although its trial says otherwise
     */
    public VersionView activate(ModelKind kind, String campaign, String version, boolean insist) {
        String path = GatewayClient.path(kind, campaign) + "/champion?insist=" + insist;
        return gateway.read(send(gateway.put(path, new VersionChoice(version))), VersionView.class);
    }

    /**
     * Has a version compared with the champion in what customers say.
     *
     * @param version null to end that
     */
    public void challenge(ModelKind kind, String campaign, @Nullable String version) {
        send(gateway.put(GatewayClient.path(kind, campaign) + "/challenger", new VersionChoice(version)));
    }

    /** Makes the former champion answer again. */
    public VersionView rollBack(ModelKind kind, String campaign) {
        String path = GatewayClient.path(kind, campaign) + "/rollback";
        return gateway.read(send(gateway.request(path).POST(BodyPublishers.noBody())), VersionView.class);
    }

    public void delete(ModelKind kind, String campaign, String version) {
        String path = GatewayClient.path(kind, campaign) + "/versions/" + GatewayClient.encoded(version);
        send(gateway.request(path).DELETE());
    }

    private byte[] send(HttpRequest.Builder request) {
        return gateway.send(gateway.asOperator(request), GatewayClient.ANSWERED_WITHIN);
    }

    private static String path(String campaign, String study) {
        return GatewayClient.path(ModelKind.NEXT_STATE, campaign) + "/studies/" + GatewayClient.encoded(study);
    }

    private static Map<String, Object> body(Optional<String> first, String second) {
        Map<String, Object> body = new LinkedHashMap<>();
        first.ifPresent(version -> body.put("first", version));
        body.put("second", second);
        return body;
    }

    private static String query(Optional<String> first, String second) {
        List<String> parameters = new ArrayList<>();
        first.ifPresent(version -> parameters.add("first=" + GatewayClient.encoded(version)));
        parameters.add("second=" + GatewayClient.encoded(second));
        return "?" + String.join("&", parameters);
    }
}
