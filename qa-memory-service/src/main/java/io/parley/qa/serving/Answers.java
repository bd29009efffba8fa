package io.parley.qa.serving;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.campaign.Fact;
import io.parley.contracts.Fault;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.AnswerRequest;
import io.parley.contracts.model.RecalledFact;
import io.parley.qa.recall.Answer;
import io.parley.qa.recall.Circumstances;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers one request with the campaign's champion. Thread-safe; whatever goes wrong becomes a reply that says so. */
@Component
class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    /** How many facts a reply names. */
    private static final int LIKELIEST = 5;

    private final ModelsInUse models;
    private final MeterRegistry meters;

    Answers(ModelsInUse models, MeterRegistry meters) {
        this.models = models;
        this.meters = meters;
    }

    AnswerReply answer(AnswerRequest request) {
        Optional<ServedModel> champion = models.champion(request.campaign());
        if (champion.isEmpty()) {
            return failed(request, Fault.MODEL_NOT_TRAINED);
        }
        long start = System.nanoTime();
        try {
            AnswerReply reply = reply(request, champion.get(), start);
            Timer.builder("answers.recall")
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
                    .log("a recall failed");
            return failed(request, Fault.UNEXPECTED);
        }
    }

    /** Lets the challenger, if there is one, say what it would have told, and counts whether it agrees. */
    void compare(AnswerRequest request, AnswerReply reply) {
        if (reply.failure() != null) {
            return;
        }
        models.challenger(request.campaign()).ifPresent(challenger -> {
            Answer other = answer(challenger, request);
            boolean refused = reply.facts().isEmpty() || reply.noFact() > reply.noFactAt();
            boolean agrees = refused
                    ? other.isRefused()
                    : !other.isRefused()
                            && other.facts()
                                    .getFirst()
                                    .fact()
                                    .equals(reply.facts().getFirst().fact());
            meters.counter(
                            "answers.challenger",
                            "campaign",
                            request.campaign(),
                            "version",
                            challenger.version().version(),
                            "agrees",
                            String.valueOf(agrees))
                    .increment();
        });
    }

    private AnswerReply reply(AnswerRequest request, ServedModel served, long start) {
        Answer answer = answer(served, request);
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
                TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start),
                null);
    }

    /** What was told before stays allowed: a customer who asks again wants to hear it again. */
    private static Answer answer(ServedModel served, AnswerRequest request) {
        Optional<Fact.Kind> kind = Arrays.stream(Fact.Kind.values())
                .filter(each -> each.label().equals(request.kind()))
                .findFirst();
        return served.model().answer(request.text().value(), new Circumstances(request.state(), kind));
    }

    private AnswerReply failed(AnswerRequest request, Fault fault) {
        meters.counter("faults", "code", fault.code(), "kind", fault.kind().name())
                .increment();
        return AnswerReply.failed(request.requestId(), fault.code());
    }
}
