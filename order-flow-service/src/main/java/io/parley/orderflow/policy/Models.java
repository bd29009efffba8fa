package io.parley.orderflow.policy;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.AnswerRequest;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.NextStateRequest;
import io.parley.contracts.model.PastTurn;
import io.parley.contracts.privacy.MaskedText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The two networks, as the order flow sees them: asked by value, silent when they fail. */
@Component
public final class Models {

    private final ModelClient<NextStateRequest, NextStateReply> nextState;
    private final ModelClient<AnswerRequest, AnswerReply> answers;
    private final PolicyProperties properties;

    Models(
            ModelClient<NextStateRequest, NextStateReply> nextState,
            ModelClient<AnswerRequest, AnswerReply> answers,
            PolicyProperties properties) {
        this.nextState = nextState;
        this.answers = answers;
        this.properties = properties;
    }

    /**
     * Asks where the conversation goes.
     *
     * @return nothing if the model did not answer in time or could not
     */
    public Optional<NextStateReply> nextState(
            String conversation,
            String campaign,
            String state,
            List<String> allowed,
            MaskedText text,
            List<PastTurn> history) {
        String id = UUID.randomUUID().toString();
        NextStateRequest request =
                new NextStateRequest(id, conversation, campaign, state, allowed, text, history, deadline());
        return nextState.ask(id, conversation, request, properties.timeout()).filter(reply -> reply.failure() == null);
    }

    /**
     * Asks which prepared statement answers.
     *
     * @return nothing if the model did not answer in time or could not
     */
    public Optional<AnswerReply> answer(
            String conversation, String campaign, String state, String kind, MaskedText text, List<String> told) {
        String id = UUID.randomUUID().toString();
        AnswerRequest request = new AnswerRequest(id, conversation, campaign, state, kind, text, told, deadline());
        return answers.ask(id, conversation, request, properties.timeout()).filter(reply -> reply.failure() == null);
    }

    private Instant deadline() {
        return Instant.now().plus(properties.timeout());
    }
}
