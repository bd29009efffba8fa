package io.parley.contracts;

import io.parley.contracts.event.CallEvent;
import io.parley.contracts.event.DialogueEvent;
import io.parley.contracts.fact.FactChange;
import io.parley.contracts.model.ActiveVersions;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.AnswerRequest;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.NextStateRequest;
import io.parley.contracts.order.OrderPlaced;
import java.time.Duration;
import java.util.Map;

/** Every topic there is. Keys, writers, readers and retention stand in {@code contracts/README.md}. */
public final class Topics {

    /** The customer's words, though masked, are nowhere longer than that but in the archive. */
    private static final Map<String, String> PASSING = Retention.atMost(Duration.ofHours(1));

    public static final Topic<NextStateRequest> NEXT_STATE_REQUESTS =
            new Topic<>("next-state.requests.v1", NextStateRequest.class, PASSING);
    public static final Topic<NextStateReply> NEXT_STATE_REPLIES =
            new Topic<>("next-state.replies.v1", NextStateReply.class, PASSING);
    public static final Topic<AnswerRequest> ANSWER_REQUESTS =
            new Topic<>("answer.requests.v1", AnswerRequest.class, PASSING);
    public static final Topic<AnswerReply> ANSWER_REPLIES =
            new Topic<>("answer.replies.v1", AnswerReply.class, PASSING);
    public static final Topic<DialogueEvent> DIALOGUE_EVENTS =
            new Topic<>("dialogue.events.v1", DialogueEvent.class, Retention.atMost(Duration.ofDays(30)));
    public static final Topic<CallEvent> CALL_EVENTS =
            new Topic<>("call.events.v1", CallEvent.class, Retention.atMost(Duration.ofDays(30)));
    public static final Topic<OrderPlaced> ORDERS =
            new Topic<>("orders.v1", OrderPlaced.class, Retention.ofLastValues());
    public static final Topic<ActiveVersions> MODEL_ALIASES =
            new Topic<>("model.aliases.v1", ActiveVersions.class, Retention.ofLastValues());

    public static final Topic<FactChange> CAMPAIGN_FACTS =
            new Topic<>("campaign.facts.v1", FactChange.class, Retention.ofLastValues());

    /** Header of a request: the partition of the reply topic that its asker reads, as decimal text. */
    public static final String REPLY_PARTITION_HEADER = "parley-reply-partition";

    /** Header of every record: the correlation id of the turn it belongs to. */
    public static final String CORRELATION_HEADER = "parley-correlation-id";

    private Topics() {}
}
