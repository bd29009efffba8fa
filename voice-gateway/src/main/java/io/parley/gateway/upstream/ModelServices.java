package io.parley.gateway.upstream;

import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.question.TextGroup;
import io.parley.contracts.question.TextGroupingRequest;
import io.parley.contracts.replay.TurnExplanation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The model services as the gateway calls them. */
public final class ModelServices {

    private final Upstream nextState;
    private final Upstream answers;
    private final Duration timeout;
    private final Duration longTimeout;

    ModelServices(Upstream nextState, Upstream answers, UpstreamProperties properties) {
        this.nextState = nextState;
        this.answers = answers;
        this.timeout = properties.readTimeout();
        this.longTimeout = properties.longTimeout();
    }

    /** Forwards what is answered at once. */
    public UpstreamAnswer forward(ModelKind kind, UpstreamRequest request) {
        return service(kind).forward(request, timeout);
    }

    /** Forwards what may take minutes. */
    public UpstreamAnswer forwardPatiently(ModelKind kind, UpstreamRequest request) {
        return service(kind).forward(request, longTimeout);
    }

    /** Groups texts by what they mean; a thousand that were never read before take seconds. */
    public List<TextGroup> group(String campaign, TextGroupingRequest texts) {
        return List.of(answers.call(
                "POST", Upstream.path("models", campaign, "text-groups"), null, texts, TextGroup[].class, longTimeout));
    }

    /** Asks the version of the network that took a turn to take it again, and what the words were worth to it. */
    public Prediction predict(TurnExplanation turn, TurnExplanation.NextState asked, ModelProvenance version) {
        Map<String, Object> order = Map.of(
                "state",
                turn.stateBefore(),
                "allowed",
                asked.allowed(),
                "text",
                turn.said(),
                "history",
                asked.history(),
                "version",
                version.version());
        return nextState.call(
                "POST",
                Upstream.path("models", turn.campaign(), "predictions"),
                null,
                order,
                Prediction.class,
                timeout);
    }

    /** Refuses, in the words of the model service, a version that the campaign does not have. */
    public void requireVersion(ModelKind kind, String campaign, String version) {
        service(kind).tell("GET", Upstream.path("models", campaign, "versions", version), null, timeout);
    }

    /** The versions of a campaign's next-state model. */
    public List<TrainedVersion> nextStateVersions(String campaign) {
        return List.of(nextState.call(
                "GET", Upstream.path("models", campaign, "versions"), null, null, TrainedVersion[].class, timeout));
    }

    /** Two versions of the next-state model on the campaign's held-out rows. */
    public VersionComparison compareNextState(String campaign, String first, String second) {
        return nextState.call(
                "POST",
                Upstream.path("models", campaign, "comparisons"),
                null,
                Map.of("first", first, "second", second),
                VersionComparison.class,
                longTimeout);
    }

    private Upstream service(ModelKind kind) {
        return switch (kind) {
            case NEXT_STATE -> nextState;
            case ANSWERS -> answers;
        };
    }
}
