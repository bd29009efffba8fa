package io.parley.qa.serving;

import io.parley.campaign.Fact;
import io.parley.contracts.Fault;
import io.parley.contracts.Topic;
import io.parley.contracts.Topics;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.AnswerRequest;
import io.parley.contracts.model.RecalledFact;
import io.parley.modelservice.serving.Answering;
import io.parley.modelservice.serving.Said;
import io.parley.modelservice.serving.ServedModel;
import io.parley.qa.facts.CurrentMemories;
import io.parley.qa.recall.Answer;
import io.parley.qa.recall.AnswerModel;
import io.parley.qa.recall.Circumstances;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Says which prepared statement fits, or that none does. */
@Component
class FactAnswering implements Answering<AnswerModel, AnswerRequest, AnswerReply> {

    /** How many facts a reply names. */
    private static final int LIKELIEST = 5;

    private final CurrentMemories memories;

    FactAnswering(CurrentMemories memories) {
        this.memories = memories;
    }

    @Override
    public Topic<AnswerRequest> requests() {
        return Topics.ANSWER_REQUESTS;
    }

    @Override
    public Topic<AnswerReply> replies() {
        return Topics.ANSWER_REPLIES;
    }

    @Override
    public AnswerReply answer(AnswerRequest request, ServedModel<AnswerModel> served, long since) {
        Answer answer = recall(memories.of(served), request);
        List<RecalledFact> likeliest = answer.facts().stream()
                .limit(LIKELIEST)
                .map(recalled -> new RecalledFact(recalled.fact(), recalled.probability(), recalled.attention()))
                .toList();
        return new AnswerReply(
                request.requestId(),
                likeliest,
                answer.noFact(),
                answer.noFactAt(),
                answer.kind().label(),
                served.version().provenance(),
                TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - since),
                null);
    }

    @Override
    public AnswerReply failed(AnswerRequest request, Fault fault) {
        return AnswerReply.failed(request.requestId(), fault.code());
    }

    @Override
    public Said said(AnswerReply reply) {
        if (reply.facts().isEmpty() || reply.noFact() > reply.noFactAt()) {
            return new Said(Said.NOTHING, reply.noFact());
        }
        RecalledFact likeliest = reply.facts().getFirst();
        return new Said(likeliest.fact(), likeliest.probability());
    }

    /** What was told before stays allowed: a customer who asks again wants to hear it again. */
    private static Answer recall(AnswerModel model, AnswerRequest request) {
        Optional<Fact.Kind> kind = Arrays.stream(Fact.Kind.values())
                .filter(each -> each.label().equals(request.kind()))
                .findFirst();
        return model.answer(request.text().value(), new Circumstances(request.state(), kind));
    }
}
