package io.parley.orderflow.policy;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.AnswerRequest;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.NextStateRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The two networks, as the order flow sees them: asked by value, silent when they fail. */
@Component
public final class Models implements CurrentModels {

    /** A version that is not in use is read from disk first; nobody is waiting on the telephone. */
    private static final Duration READ_FROM_DISK = Duration.ofSeconds(10);

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

    @Override
    public Optional<NextStateReply> nextState(NextStateQuestion question) {
        return nextState(question, null, properties.timeout());
    }

    @Override
    public Optional<AnswerReply> answer(AnswerQuestion question) {
        return answer(question, null, properties.timeout());
    }

    @Override
    public Optional<NextStateReply> nextState(NextStateQuestion question, String version) {
        return nextState(question, version, READ_FROM_DISK);
    }

    @Override
    public Optional<AnswerReply> answer(AnswerQuestion question, String version) {
        return answer(question, version, READ_FROM_DISK);
    }

    private Optional<NextStateReply> nextState(
            NextStateQuestion question, @Nullable String version, Duration patience) {
        String id = UUID.randomUUID().toString();
        NextStateRequest request = new NextStateRequest(
                id,
                question.conversation(),
                question.campaign(),
                question.state(),
                question.allowed(),
                question.text(),
                question.history(),
                Instant.now().plus(patience),
                version);
        return nextState.ask(id, question.conversation(), request, patience).filter(reply -> reply.failure() == null);
    }

    private Optional<AnswerReply> answer(AnswerQuestion question, @Nullable String version, Duration patience) {
        String id = UUID.randomUUID().toString();
        AnswerRequest request = new AnswerRequest(
                id,
                question.conversation(),
                question.campaign(),
                question.state(),
                question.kind(),
                question.text(),
                question.told(),
                Instant.now().plus(patience),
                version);
        return answers.ask(id, question.conversation(), request, patience).filter(reply -> reply.failure() == null);
    }
}
