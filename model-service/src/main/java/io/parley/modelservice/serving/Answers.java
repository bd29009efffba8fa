package io.parley.modelservice.serving;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
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

/**
 * Answers one request with the campaign's champion, or with the version that it names. Thread-safe; whatever goes wrong
 * becomes a reply that says so.
 */
@Component
class Answers<M, Q extends ModelRequest, A extends ModelReply> {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private final ModelsInUse<M> models;
    private final NamedVersions<M> named;
    private final Answering<M, Q, A> answering;
    private final ModelNames names;
    private final Problems problems;
    private final MeterRegistry meters;

    Answers(
            ModelsInUse<M> models,
            NamedVersions<M> named,
            Answering<M, Q, A> answering,
            ModelFamily<M, ?> family,
            Problems problems,
            MeterRegistry meters) {
        this.models = models;
        this.named = named;
        this.answering = answering;
        this.names = family.names();
        this.problems = problems;
        this.meters = meters;
    }

    Answered<M, Q, A> answer(Q request) {
        String version = request.version();
        return version == null ? answerAsChampion(request) : new Answered<>(request, answerAs(version, request), null);
    }

    private Answered<M, Q, A> answerAsChampion(Q request) {
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
            return new Answered<>(request, failed(request, e), null);
        }
    }

    /** What an earlier version says is no turn: it is neither timed nor compared with the challenger. */
    private A answerAs(String version, Q request) {
        long start = System.nanoTime();
        try {
            return answering.answer(request, named.get(request.campaign(), version), start);
        } catch (FaultException e) {
            return failed(request, e.fault());
        } catch (RuntimeException e) {
            return failed(request, e);
        }
    }

    private A failed(Q request, RuntimeException failure) {
        log.atError()
                .addKeyValue("campaign", request.campaign())
                .addKeyValue("request.id", request.requestId())
                .setCause(failure)
                .log("a {} failed", names.act());
        return failed(request, Fault.UNEXPECTED);
    }

    private A failed(Q request, Fault fault) {
        problems.count(fault);
        return answering.failed(request, fault);
    }
}
