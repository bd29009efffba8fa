package io.parley.gateway.upstream;

import static io.parley.gateway.upstream.Upstream.path;

import io.parley.contracts.chat.CallBackReply;
import io.parley.contracts.chat.CallBackRequest;
import io.parley.contracts.chat.CallBackView;
import io.parley.contracts.chat.CampaignValidation;
import io.parley.contracts.chat.CampaignView;
import io.parley.contracts.chat.ConversationRequest;
import io.parley.contracts.chat.ConversationTestReport;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.Offer;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.OrderView;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.contracts.fact.FactView;
import io.parley.contracts.mutation.MutationView;
import io.parley.contracts.pitch.FactStatistics;
import io.parley.contracts.question.UnansweredQuestion;
import io.parley.contracts.replay.RecordedTurn;
import io.parley.contracts.replay.ReplayReport;
import io.parley.contracts.replay.TurnExplanation;
import io.parley.contracts.replay.TurnReplay;
import io.parley.contracts.review.ReviewBatch;
import io.parley.contracts.review.ReviewBatchOrder;
import io.parley.contracts.review.ReviewExport;
import io.parley.contracts.review.ReviewItem;
import io.parley.contracts.review.ReviewPage;
import io.parley.contracts.review.ReviewVerdict;
import io.parley.contracts.simulation.SimulatedRow;
import io.parley.contracts.simulation.SimulationView;
import io.parley.contracts.simulation.SimulationWish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/**
 * The order-flow-service as the gateway calls it. An {@code authorization} is the customer's whole header; the service
 * checks it. It trusts the gateway with everything else, so only operators may get there.
 */
public final class OrderFlow {

    private final Upstream service;
    private final Duration timeout;
    private final Duration longTimeout;

    OrderFlow(Upstream service, UpstreamProperties properties) {
        this.service = service;
        this.timeout = properties.readTimeout();
        this.longTimeout = properties.longTimeout();
    }

    public List<Offer> offers() {
        return List.of(get(path("offers"), null, Offer[].class));
    }

    public OpenedConversation open(ConversationRequest request) {
        return service.call("POST", path("conversations"), null, request, OpenedConversation.class, timeout);
    }

    /** Takes a turn. The turn id makes it safe to ask twice. */
    public TurnReply turn(String conversation, TurnRequest request, String authorization) {
        return service.callTwice(
                "POST", path("conversations", conversation, "turns"), authorization, request, TurnReply.class, timeout);
    }

    public ConversationView conversation(String conversation, String authorization) {
        return get(path("conversations", conversation), authorization, ConversationView.class);
    }

    public void end(String conversation, String authorization) {
        service.tell("DELETE", path("conversations", conversation), authorization, timeout);
    }

    public CallBackReply callBack(String conversation, CallBackRequest request, String authorization) {
        return service.call(
                "POST",
                path("conversations", conversation, "call-back"),
                authorization,
                request,
                CallBackReply.class,
                timeout);
    }

    public List<OrderView> orders() {
        return List.of(get(path("orders"), null, OrderView[].class));
    }

    public OrderView order(String id) {
        return get(path("orders", id), null, OrderView.class);
    }

    public List<CallBackView> callBacks() {
        return List.of(get(path("call-backs"), null, CallBackView[].class));
    }

    public List<CampaignView> campaigns() {
        return List.of(get(path("campaigns"), null, CampaignView[].class));
    }

    public CampaignValidation validate(String campaign) {
        return service.call(
                "POST", path("campaigns", campaign, "validations"), null, null, CampaignValidation.class, longTimeout);
    }

    public ConversationTestReport test(String campaign) {
        return service.call(
                "POST", path("campaigns", campaign, "tests"), null, null, ConversationTestReport.class, longTimeout);
    }

    public SimulationView simulate(String campaign, SimulationWish wish) {
        return service.call(
                "POST", path("campaigns", campaign, "simulations"), null, wish, SimulationView.class, timeout);
    }

    public SimulationView simulation(String campaign, String simulation) {
        return get(path("campaigns", campaign, "simulations", simulation), null, SimulationView.class);
    }

    public List<SimulatedRow> simulatedRows(String campaign, String simulation) {
        return List.of(service.call(
                "GET",
                path("campaigns", campaign, "simulations", simulation, "rows"),
                null,
                null,
                SimulatedRow[].class,
                longTimeout));
    }

    public SimulationView cancelSimulation(String campaign, String simulation) {
        return service.call(
                "DELETE",
                path("campaigns", campaign, "simulations", simulation),
                null,
                null,
                SimulationView.class,
                timeout);
    }

    public MutationView mutate(String campaign) {
        return service.call("POST", path("campaigns", campaign, "mutations"), null, null, MutationView.class, timeout);
    }

    public MutationView mutation(String campaign, String mutation) {
        return get(path("campaigns", campaign, "mutations", mutation), null, MutationView.class);
    }

    public MutationView cancelMutation(String campaign, String mutation) {
        return service.call(
                "DELETE", path("campaigns", campaign, "mutations", mutation), null, null, MutationView.class, timeout);
    }

    public ConversationView conversationForOperator(String conversation) {
        return get(path("operator", "conversations", conversation), null, ConversationView.class);
    }

    public List<FactStatistics> factStatistics(String campaign) {
        return List.of(get(path("campaigns", campaign, "facts", "statistics"), null, FactStatistics[].class));
    }

    /** The latest questions that no fact answered, earliest first. */
    public List<UnansweredQuestion> unansweredQuestions(String campaign) {
        return List.of(get(path("campaigns", campaign, "unanswered-questions"), null, UnansweredQuestion[].class));
    }

    /** @param ids with commas between */
    public void dismissUnanswered(String campaign, String ids) {
        service.tell("DELETE", path("campaigns", campaign, "unanswered-questions", ids), null, timeout);
    }

    /** Utterances for review, the highest expected gain first. */
    public ReviewPage reviews(String campaign, String status, int from, int limit) {
        String query =
                "?status=" + UriUtils.encode(status, StandardCharsets.UTF_8) + "&from=" + from + "&limit=" + limit;
        return get(path("campaigns", campaign, "reviews") + query, null, ReviewPage.class);
    }

    public ReviewItem decideReview(String campaign, long id, ReviewVerdict verdict) {
        return service.call(
                "POST",
                path("campaigns", campaign, "reviews", Long.toString(id)),
                null,
                verdict,
                ReviewItem.class,
                timeout);
    }

    /** @param batch those of that batch; if it is absent, those that are in none yet */
    public ReviewExport reviewRows(String campaign, OptionalLong batch) {
        String query = batch.isPresent() ? "?batch=" + batch.getAsLong() : "";
        return get(path("campaigns", campaign, "reviews", "export") + query, null, ReviewExport.class);
    }

    public List<ReviewBatch> reviewBatches(String campaign) {
        return List.of(get(path("campaigns", campaign, "reviews", "batches"), null, ReviewBatch[].class));
    }

    public ReviewExport batchReviews(String campaign, ReviewBatchOrder order) {
        return service.call(
                "POST", path("campaigns", campaign, "reviews", "batches"), null, order, ReviewExport.class, timeout);
    }

    /** Every fact of a campaign, in the order of the ids. */
    public List<FactView> facts(String campaign) {
        return List.of(get(path("campaigns", campaign, "facts"), null, FactView[].class));
    }

    public FactView fact(String campaign, String fact) {
        return get(path("campaigns", campaign, "facts", fact), null, FactView.class);
    }

    /**
     * @param body the fact as the operator wrote it
     * @param seen the version that the operator has seen, if they say so
     */
    public FactView putFact(String campaign, String fact, JsonNode body, OptionalInt seen) {
        return service.call(
                "PUT", path("campaigns", campaign, "facts", fact) + query(seen), null, body, FactView.class, timeout);
    }

    public FactView deleteFact(String campaign, String fact, OptionalInt seen) {
        return service.call(
                "DELETE",
                path("campaigns", campaign, "facts", fact) + query(seen),
                null,
                null,
                FactView.class,
                timeout);
    }

    public FactView rollBackFact(String campaign, String fact, int to, OptionalInt seen) {
        String query = query(seen);
        return service.call(
                "POST",
                path("campaigns", campaign, "facts", fact, "rollback") + (query.isEmpty() ? "?" : query + "&") + "to="
                        + to,
                null,
                null,
                FactView.class,
                timeout);
    }

    /** The turns of a conversation that are in the archive. */
    public List<RecordedTurn> recordedTurns(String conversation) {
        return List.of(get(path("conversations", conversation, "turns"), null, RecordedTurn[].class));
    }

    public TurnExplanation explanation(String conversation, String turn) {
        return get(path("conversations", conversation, "turns", turn, "explanation"), null, TurnExplanation.class);
    }

    /** Plays every turn of a conversation again. */
    public ReplayReport replay(String conversation) {
        return service.call(
                "POST", path("conversations", conversation, "replay"), null, null, ReplayReport.class, longTimeout);
    }

    /** Plays one turn again. */
    public TurnReplay replay(String conversation, String turn) {
        return service.call(
                "POST",
                path("conversations", conversation, "turns", turn, "replay"),
                null,
                null,
                TurnReplay.class,
                longTimeout);
    }

    /** Plays conversations again, as many as the query says. */
    public ReplayReport replays(Map<String, String> query) {
        String encoded = query.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + UriUtils.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return service.call("POST", path("replays") + "?" + encoded, null, null, ReplayReport.class, longTimeout);
    }

    private static String query(OptionalInt seen) {
        return seen.isPresent() ? "?expected=" + seen.getAsInt() : "";
    }

    private <T> T get(String path, @Nullable String authorization, Class<T> type) {
        return service.call("GET", path, authorization, null, type, timeout);
    }
}
