package io.parley.standalone.client;

import io.parley.contracts.chat.CampaignView;
import io.parley.contracts.chat.ConversationRequest;
import io.parley.contracts.chat.ConversationTestReport;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.Offer;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.OrderView;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.contracts.question.QuestionGroup;
import io.parley.neural.jobs.TrainingJob;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the gateway. Every method throws {@link GatewayProblem} when the gateway answers with a problem or not at all.
 * Safe for use by many threads.
 */
public final class GatewayClient {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
    static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final Duration GROUPED_WITHIN = Duration.ofMinutes(2);
    private static final Duration TESTED_WITHIN = Duration.ofMinutes(10);

    private final URI base;
    private final Optional<String> operatorPassword;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTED_WITHIN)
            .build();
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * @param base where the gateway is, for example {@code http://localhost:8080}
     * @param operatorPassword for the calls only operators may make
     */
    public GatewayClient(URI base, Optional<String> operatorPassword) {
        this.base = URI.create(base.toString().replaceAll("/+$", ""));
        this.operatorPassword = operatorPassword;
    }

    public URI base() {
        return base;
    }

    /** What can be bought. */
    public List<Offer> offers() {
        return read(send(request("/api/offers").GET(), ANSWERED_WITHIN), new TypeReference<>() {});
    }

    public OpenedConversation open(String campaign, String channel) {
        return read(
                send(post("/api/conversations", new ConversationRequest(campaign, channel)), ANSWERED_WITHIN),
                OpenedConversation.class);
    }

    /** Says something. The same turn id may be sent again after a failure: it takes effect once. */
    public TurnReply turn(String conversation, String token, TurnRequest turn) {
        HttpRequest.Builder request = post("/api/conversations/" + encoded(conversation) + "/turns", turn)
                .header("Authorization", "Bearer " + token);
        return read(send(request, ANSWERED_WITHIN), TurnReply.class);
    }

    public ConversationView conversation(String conversation, String token) {
        HttpRequest.Builder request = request("/api/conversations/" + encoded(conversation))
                .header("Authorization", "Bearer " + token)
                .GET();
        return read(send(request, ANSWERED_WITHIN), ConversationView.class);
    }

    public List<OrderView> orders() {
        return read(send(asOperator(request("/api/orders").GET()), ANSWERED_WITHIN), new TypeReference<>() {});
    }

    public List<CampaignView> campaigns() {
        return read(send(asOperator(request("/api/campaigns").GET()), ANSWERED_WITHIN), new TypeReference<>() {});
    }

    /** Plays the conversation tests of a campaign's folder. */
    public ConversationTestReport test(String campaign) {
        String path = "/api/campaigns/" + encoded(campaign) + "/tests";
        return read(
                send(asOperator(request(path).POST(BodyPublishers.noBody())), TESTED_WITHIN),
                ConversationTestReport.class);
    }

    /** What customers asked and no fact answered, the largest group first. */
    public List<QuestionGroup> unansweredQuestions(String campaign) {
        String path = "/api/campaigns/" + encoded(campaign) + "/unanswered-questions";
        return read(send(asOperator(request(path).GET()), GROUPED_WITHIN), new TypeReference<>() {});
    }

    /**
     * Asks for a training on a kept version of the campaign.
     *
     * @param activate whether the model's new version answers as soon as it is there
     */
    public TrainingJob train(ModelKind kind, String campaign, int campaignVersion, boolean activate) {
        HttpRequest.Builder request = post(
                path(kind, campaign) + "/training-jobs",
                Map.of("activate", activate, "campaignVersion", campaignVersion));
        return read(send(asOperator(request), ANSWERED_WITHIN), TrainingJob.class);
    }

    /**
     * Asks for a training.
     *
     * @param file what to learn from; the campaign's own folder if it is absent
     * @param activate whether the new version answers as soon as it is there
     */
    public TrainingJob train(ModelKind kind, String campaign, Optional<Path> file, boolean activate) {
        String path = path(kind, campaign) + "/training-jobs?activate=" + activate;
        HttpRequest.Builder request =
                file.map(one -> upload(path, one)).orElseGet(() -> post(path, Map.of("activate", activate)));
        return read(send(asOperator(request), ANSWERED_WITHIN), TrainingJob.class);
    }

    public TrainingJob trainingJob(ModelKind kind, String campaign, String job) {
        String path = path(kind, campaign) + "/training-jobs/" + encoded(job);
        return read(send(asOperator(request(path).GET()), ANSWERED_WITHIN), TrainingJob.class);
    }

    public List<TrainingJob> trainingJobs(ModelKind kind, String campaign) {
        String path = path(kind, campaign) + "/training-jobs";
        return read(send(asOperator(request(path).GET()), ANSWERED_WITHIN), new TypeReference<>() {});
    }

    /** Cancels a training; one that has ended stays as it is. */
    public TrainingJob cancelTraining(ModelKind kind, String campaign, String job) {
        String path = path(kind, campaign) + "/training-jobs/" + encoded(job);
        return read(send(asOperator(request(path).DELETE()), ANSWERED_WITHIN), TrainingJob.class);
    }

    /** Versions and studies of the models. */
    public ModelsClient models() {
        return new ModelsClient(this);
    }

    /** Broken flows of a campaign. */
    public MutationsClient mutations(String campaign) {
        return new MutationsClient(this, campaign);
    }

    /** Simulated customers of a campaign. */
    public SimulationsClient simulations(String campaign) {
        return new SimulationsClient(this, campaign);
    }

    /** Turns that were taken. */
    public ReplayClient replays() {
        return new ReplayClient(this);
    }

    /** Candidates for a campaign. */
    public CandidatesClient candidates(String campaign) {
        return new CandidatesClient(this, campaign);
    }

    /** The versions of a campaign. */
    public CampaignVersionsClient versions(String campaign) {
        return new CampaignVersionsClient(this, campaign);
    }

    /** Utterances of a campaign that are worth a look. */
    public ReviewsClient reviews(String campaign) {
        return new ReviewsClient(this, campaign);
    }

    /** The facts of a campaign. */
    public FactsClient facts(String campaign) {
        return new FactsClient(this, campaign);
    }

    static String path(ModelKind kind, String campaign) {
        return "/api/models/" + kind.path() + "/" + encoded(campaign);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
    }

    HttpRequest.Builder post(String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    HttpRequest.Builder put(String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    HttpRequest.Builder upload(String path, Path file) {
        String boundary = "parley-" + UUID.randomUUID();
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(
                                boundary, file.getFileName().toString().replace('"', '_'), "application/octet-stream");
        try {
            return request(path)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(BodyPublishers.concat(
                            BodyPublishers.ofString(head),
                            BodyPublishers.ofByteArray(Files.readAllBytes(file)),
                            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
        } catch (IOException e) {
            throw GatewayProblem.of(0, file + " cannot be read: " + e, false, List.of());
        }
    }

    HttpRequest.Builder asOperator(HttpRequest.Builder request) {
        operatorPassword.ifPresent(password -> request.header(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(("operator:" + password).getBytes(StandardCharsets.UTF_8))));
        return request;
    }

    byte[] send(HttpRequest.Builder request, Duration patience) {
        try {
            HttpResponse<byte[]> response = http.send(request.timeout(patience).build(), BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw problem(response);
            }
            return response.body();
        } catch (IOException e) {
            throw GatewayProblem.unreachable(base.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GatewayProblem.of(0, "Interrupted", false, List.of());
        }
    }

    private GatewayProblem problem(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        try {
            JsonNode problem = json.readTree(response.body());
            List<String> all = new ArrayList<>();
            problem.path("problems").forEach(one -> all.add(one.asString()));
            String detail = problem.path("detail").asString("");
            String title = problem.path("title").asString("HTTP " + status);
            String message = detail.isEmpty() ? title : title + ": " + detail;
            return GatewayProblem.of(status, message, problem.path("retriable").asBoolean(status == 503), all);
        } catch (JacksonException e) {
            return GatewayProblem.of(status, base + " answered with HTTP status " + status, status == 503, List.of());
        }
    }

    <T> T read(byte[] body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JacksonException e) {
            throw notParley();
        }
    }

    <T> T read(byte[] body, TypeReference<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JacksonException e) {
            throw notParley();
        }
    }

    private GatewayProblem notParley() {
        return GatewayProblem.of(
                0, "What answers at " + base + " is no Parley of this version; see --url", false, List.of());
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
