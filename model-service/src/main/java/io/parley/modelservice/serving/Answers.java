package io.parley.modelservice.serving;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.contracts.Fault;
import io.parley.contracts.model.ModelReply;
import io.parley.contracts.model.ModelRequest;
import io.parley.edge.Problems;
import io.parley.modelservice.family.ModelFamily;
import io.parley.modelservice.family.ModelNames;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers one request with the campaign's champion. Thread-safe; whatever goes wrong becomes a reply that says so. */
@Component
class Answers<M, Q extends ModelRequest, A extends ModelReply> {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private final ModelsInUse<M> models;
    private final Answering<M, Q, A> answering;
    private final ModelNames names;
    private final Problems problems;
    private final MeterRegistry meters;

    Answers(
            ModelsInUse<M> models,
            Answering<M, Q, A> answering,
            ModelFamily<M, ?> family,
            Problems problems,
            MeterRegistry meters) {
        this.models = models;
        this.answering = answering;
        this.names = family.names();
        this.problems = problems;
        this.meters = meters;
    }

    Answered<M, Q, A> answer(Q request) {
        Optional<ServedModel<M>> champion = models.champion(request.campaign());
        if (champion.isEmpty()) {
            return new Answered<>(request, failed(request, Fault.MODEL_NOT_TRAINED), null);
        }
        long start = System.nanoTime();
        try {
            A reply = answering.answer(request, champion.get(), start);
            Timer.builder(names.metric(names.act()))
                    .description("from request to reply inside the service")
                    .tag("campaign", request.campaign())
                    .publishPercentiles(0.5, 0.99)
                    .register(meters)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return new Answered<>(request, reply, champion.get());
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("campaign", request.campaign())
                    .addKeyValue("request.id", request.requestId())
                    .setCause(e)
                    .log("a {} failed", names.act());
            return new Answered<>(request, failed(request, Fault.UNEXPECTED), null);
        }
    }

    private A failed(Q request, Fault fault) {
        problems.count(fault);
        return answering.failed(request, fault);
    }
}
