package io.parley.gateway.upstream;

import io.parley.contracts.question.TextGroup;
import io.parley.contracts.question.TextGroupingRequest;
import java.time.Duration;
import java.util.List;

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

    private Upstream service(ModelKind kind) {
        return switch (kind) {
            case NEXT_STATE -> nextState;
            case ANSWERS -> answers;
        };
    }
}
