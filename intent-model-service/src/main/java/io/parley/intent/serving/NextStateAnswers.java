package io.parley.intent.serving;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.contracts.Fault;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.NextStateRequest;
import io.parley.intent.features.Situation;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.network.Prediction;
import io.parley.intent.network.Thresholds;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers one request with the campaign's champion. Thread-safe; whatever goes wrong becomes a reply that says so. */
@Component
class NextStateAnswers {

    private static final Logger log = LoggerFactory.getLogger(NextStateAnswers.class);
    private static final int REASONS = 5;

    private final ModelsInUse models;
    private final MeterRegistry meters;

    NextStateAnswers(ModelsInUse models, MeterRegistry meters) {
        this.models = models;
        this.meters = meters;
    }

    NextStateReply answer(NextStateRequest request) {
        Optional<ServedModel> champion = models.champion(request.campaign());
        if (champion.isEmpty()) {
            return failed(request, Fault.MODEL_NOT_TRAINED);
        }
        long start = System.nanoTime();
        try {
            NextStateReply reply = reply(request, champion.get(), start);
            Timer.builder("next.state.prediction")
                    .description("from request to reply inside the service")
                    .tag("campaign", request.campaign())
                    .publishPercentiles(0.5, 0.99)
                    .register(meters)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return reply;
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("campaign", request.campaign())
                    .addKeyValue("request.id", request.requestId())
                    .setCause(e)
                    .log("a prediction failed");
            return failed(request, Fault.UNEXPECTED);
        }
    }

    /** Lets the challenger, if there is one, say what it would have done, and counts whether it agrees. */
    void compare(NextStateRequest request, NextStateReply reply) {
        if (reply.failure() != null) {
            return;
        }
        models.challenger(request.campaign()).ifPresent(challenger -> {
            Prediction other = challenger.model().predict(Situation.of(request));
            boolean agrees =
                    other.best().state().equals(reply.ranking().getFirst().state());
            meters.counter(
                            "next.state.challenger",
                            "campaign",
                            request.campaign(),
                            "version",
                            challenger.version().version(),
                            "agrees",
                            String.valueOf(agrees))
                    .increment();
        });
    }

    private NextStateReply reply(NextStateRequest request, ServedModel served, long start) {
        NextStateModel.Explained explained = served.model().explain(Situation.of(request), REASONS);
        Thresholds thresholds = served.model().thresholds();
        return new NextStateReply(
                request.requestId(),
                explained.prediction().ranking(),
                explained.prediction().outOfScope(),
                thresholds.acceptAt(),
                thresholds.outOfScopeAt(),
                served.version().provenance(),
                explained.because(),
                TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start),
                null);
    }

    private NextStateReply failed(NextStateRequest request, Fault fault) {
        meters.counter("faults", "code", fault.code(), "kind", fault.kind().name())
                .increment();
        return NextStateReply.failed(request.requestId(), fault.code());
    }
}
