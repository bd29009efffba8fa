package io.parley.modelservice.serving;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.model.ModelReply;
import io.parley.contracts.model.ModelRequest;
import io.parley.modelservice.family.ModelFamily;
import io.parley.modelservice.family.ModelNames;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the challenger answer in the champion's shadow: the same turns, after the replies are out, on a thread of its own.
 * Nobody waits for it: where it cannot keep up, turns go uncompared and are counted.
 *
 * @param <M> a model
 * @param <Q> a request
 * @param <A> a reply
 */
@Component
public class Shadow<M, Q extends ModelRequest, A extends ModelReply> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Shadow.class);

    private final ModelsInUse<M> models;
    private final Answering<M, Q, A> answering;
    private final ModelNames names;
    private final Clock clock;
    private final MeterRegistry meters;
    private final BlockingQueue<Turn<M, Q, A>> waiting;
    private final Map<String, ShadowTally> tallies = new ConcurrentHashMap<>();
    private final Thread worker;

    @SuppressWarnings("ThreadPriorityCheck") // a wish where the system grants it; nothing relies on it
    Shadow(
            ModelsInUse<M> models,
            Answering<M, Q, A> answering,
            ModelFamily<M, ?> family,
            ModelsProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.models = models;
        this.answering = answering;
        this.names = family.names();
        this.clock = clock;
        this.meters = meters;
        this.waiting = new ArrayBlockingQueue<>(properties.challengerQueue());
        Gauge.builder(names.metric("challenger.waiting"), waiting, BlockingQueue::size)
                .description("turns that wait for the challenger")
                .register(meters);
        models.onChange(this::begin);
        models.versions().keySet().forEach(this::begin);
        this.worker = Thread.ofPlatform()
                .name("challenger-" + names.kind())
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(this::work);
    }

    /**
     * How the challenger of a campaign does.
     *
     * @param divergences how many to tell at most
     */
    public ShadowReport report(String campaign, int divergences) {
        ShadowTally tally = tallies.get(campaign);
        return tally != null
                ? tally.report(divergences)
                : ShadowReport.ofNothing(
                        campaign,
                        models.champion(campaign).map(ServedModel::name).orElse(null));
    }

    /**
     * Lets the challenger, if there is one, answer a request that was answered. Returns at once.
     *
     * @param correlationId of the turn; null if it has none
     */
    void follow(Answered<M, Q, A> answered, @Nullable String correlationId) {
        ServedModel<M> champion = answered.champion();
        ServedModel<M> challenger = models.pair(answered.request().campaign()).challenger();
        if (champion == null || challenger == null || answered.reply().failure() != null) {
            return;
        }
        Turn<M, Q, A> turn = new Turn<>(answered.request(), answered.reply(), correlationId, champion, challenger);
        if (!waiting.offer(turn)) {
            tally(turn).ifPresent(ShadowTally::dropped);
            count("challenger.dropped", turn);
        }
    }

    /** Stops comparing. */
    @Override
    public void close() {
        worker.interrupt();
    }

    private void begin(String campaign) {
        Pair<M> pair = models.pair(campaign);
        ServedModel<M> champion = pair.champion();
        ServedModel<M> challenger = pair.challenger();
        if (champion == null || challenger == null) {
            tallies.remove(campaign);
        } else {
            tallies.put(campaign, new ShadowTally(campaign, champion.name(), challenger.name(), clock.instant()));
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                compare(waiting.take());
            }
        } catch (InterruptedException e) {
            log.atDebug().log("no more turns are compared");
        }
    }

    private void compare(Turn<M, Q, A> turn) {
        try {
            A reply = answering.answer(turn.request(), turn.challenger(), System.nanoTime());
            Said champion = answering.said(turn.reply());
            Said challenger = answering.said(reply);
            boolean agrees = champion.what().equals(challenger.what());
            tally(turn).ifPresent(tally -> {
                if (agrees) {
                    tally.agreed();
                } else {
                    tally.diverged(divergence(turn, champion, challenger));
                }
            });
            meters.counter(
                            names.metric("challenger"),
                            "campaign",
                            turn.request().campaign(),
                            "version",
                            turn.challenger().name(),
                            "agrees",
                            String.valueOf(agrees))
                    .increment();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            // A challenger that breaks must not take the thread with it.
            failed(turn, e);
        }
    }

    private void failed(Turn<M, Q, A> turn, Throwable cause) {
        count("challenger.failed", turn);
        long before = tally(turn).map(ShadowTally::failed).orElse(0L);
        // A challenger that fails fails often; once tells why.
        (before == 0 ? log.atWarn() : log.atDebug())
                .addKeyValue("campaign", turn.request().campaign())
                .addKeyValue("version", turn.challenger().name())
                .addKeyValue("request.id", turn.request().requestId())
                .setCause(cause)
                .log("the challenger failed");
    }

    private Divergence divergence(Turn<M, Q, A> turn, Said champion, Said challenger) {
        Q request = turn.request();
        return new Divergence(
                request.conversationId(),
                request.requestId(),
                turn.correlationId(),
                request.state(),
                clock.instant(),
                champion,
                challenger);
    }

    /** Where the turn counts, if the two models that met in it are still in use. */
    private Optional<ShadowTally> tally(Turn<M, Q, A> turn) {
        return Optional.ofNullable(tallies.get(turn.request().campaign()))
                .filter(tally ->
                        tally.isOf(turn.champion().name(), turn.challenger().name()));
    }

    private void count(String what, Turn<M, Q, A> turn) {
        meters.counter(
                        names.metric(what),
                        "campaign",
                        turn.request().campaign(),
                        "version",
                        turn.challenger().name())
                .increment();
    }

    private record Turn<M, Q extends ModelRequest, A extends ModelReply>(
            Q request, A reply, @Nullable String correlationId, ServedModel<M> champion, ServedModel<M> challenger) {}
}
