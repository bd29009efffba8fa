package io.parley.intent.serving;

import io.parley.contracts.Fault;
import io.parley.contracts.Topic;
import io.parley.contracts.Topics;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.NextStateRequest;
import io.parley.contracts.model.ScoredState;
import io.parley.intent.features.Situation;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.network.Thresholds;
import io.parley.modelservice.serving.Answering;
import io.parley.modelservice.serving.Said;
import io.parley.modelservice.serving.ServedModel;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Says where a conversation goes next, and why. */
@Component
class NextStateAnswering implements Answering<NextStateModel, NextStateRequest, NextStateReply> {

    private static final int REASONS = 5;

    @Override
    public Topic<NextStateRequest> requests() {
        return Topics.NEXT_STATE_REQUESTS;
    }

    @Override
    public Topic<NextStateReply> replies() {
        return Topics.NEXT_STATE_REPLIES;
    }

    @Override
    public NextStateReply answer(NextStateRequest request, ServedModel<NextStateModel> served, long since) {
        NextStateModel.Explained explained = served.model().explain(Situation.of(request), REASONS);
        Thresholds thresholds = served.model().thresholds();
        return new NextStateReply(
                request.requestId(),
                explained.prediction().ranking(),
                explained.prediction().outOfScope(),
                thresholds.acceptAt(),
                thresholds.outOfScopeAt(),
                thresholds.askWithin(),
                served.version().provenance(),
                explained.because(),
                TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - since),
                null);
    }

    @Override
    public NextStateReply failed(NextStateRequest request, Fault fault) {
        return NextStateReply.failed(request.requestId(), fault.code());
    }

    @Override
    public Said said(NextStateReply reply) {
        ScoredState best = reply.ranking().getFirst();
        return new Said(best.state(), best.probability());
    }
}
