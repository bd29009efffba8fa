package io.parley.standalone.platform;

import io.parley.contracts.model.ScoredState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of several instances of the intent-model-service, in a process of its own, on the tea box. */
final class ModelInstance implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MODULE = "intent-model-service";

    /** It trains, which takes long without the compiler that knows about vectors. */
    private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=4");

    private final OwnProcess process;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    private ModelInstance(OwnProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts one.
     *
     * @param temp whose folder {@code models} all share
     */
    static ModelInstance start(Path temp, String name, int port, String brokers, String... settings)
            throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "--spring.kafka.bootstrap-servers=" + brokers,
                "--parley.models.folder=" + temp.resolve("models"),
                "--parley.campaigns.folder=" + TeaBox.campaigns(),
                "--parley.campaigns.versions=" + temp.resolve("campaign-versions"),
                "--parley.training.encoders=minilm",
                "--parley.training.recurrent=8",
                "--parley.training.hidden=32",
                "--parley.training.epochs=3"));
        all.addAll(List.of(settings));
        OwnProcess process = ServiceProcess.start(temp, name, MODULE, port, OPTIONS, all.toArray(String[]::new));
        return new ModelInstance(process, URI.create("http://127.0.0.1:" + port));
    }

    /** Waits until it can answer for the tea box. */
    ModelInstance awaitReady() throws InterruptedException {
        process.awaitAnswer(address.resolve("/actuator/health"));
        return this;
    }

    /** The version that answers here; empty before the first. */
    String champion() {
        return get("/models").path(0).path("champion").asString("");
    }

    /** What health says about the tea box. */
    String health() {
        return get("/actuator/health")
                .at("/components/nextStateModels/details/" + TeaBox.ID)
                .asString("");
    }

    List<String> versions() {
        List<String> versions = new ArrayList<>();
        get("/models/" + TeaBox.ID + "/versions")
                .forEach(version -> versions.add(version.path("version").asString()));
        return versions;
    }

    /** @return the status it is answered with */
    int activate(String version) {
        return send("PUT", "/models/" + TeaBox.ID + "/champion", Map.of("version", version))
                .statusCode();
    }

    int challenge(String version) {
        return send("PUT", "/models/" + TeaBox.ID + "/challenger", Map.of("version", version))
                .statusCode();
    }

    int rollBack() {
        return send("POST", "/models/" + TeaBox.ID + "/rollback", Map.of()).statusCode();
    }

    JsonNode shadow() {
        return get("/models/" + TeaBox.ID + "/shadow");
    }

    /** Trains a version more and waits until it is there. */
    void train(long seed) throws InterruptedException {
        String job = JSON.readTree(send("POST", "/models/" + TeaBox.ID + "/training-jobs", Map.of("seed", seed))
                        .body())
                .path("id")
                .asString();
        String state = "queued";
        while (state.equals("queued") || state.equals("running")) {
            Thread.sleep(200);
            state = get("/models/" + TeaBox.ID + "/training-jobs/" + job)
                    .path("state")
                    .asString();
        }
        if (!state.equals("succeeded")) {
            throw new AssertionError("the training ended as " + state);
        }
    }

    /** What a version says, asked by an operator. */
    List<ScoredState> predict(String version, String state, List<String> allowed, String text) {
        HttpResponse<String> response = send(
                "POST",
                "/models/" + TeaBox.ID + "/predictions",
                Map.of("version", version, "state", state, "allowed", allowed, "text", text));
        List<ScoredState> ranking = new ArrayList<>();
        JSON.readTree(response.body())
                .path("ranking")
                .forEach(scored -> ranking.add(JSON.treeToValue(scored, ScoredState.class)));
        return ranking;
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }

    private JsonNode get(String path) {
        return JSON.readTree(send("GET", path, Map.of()).body());
    }

    private HttpResponse<String> send(String method, String path, Map<String, Object> body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
