package io.parley.gateway.call;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.event.CallEvent;
import io.parley.contracts.voice.CallEvents;
import io.parley.gateway.upstream.VoiceFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Tells the order flow what happens in calls, which publishes it: in order, twice a second, and again ever more seldom while it
 * does not answer. No call waits for that; where too much has gathered, what comes is lost and counted.
 */
@Component
final class CallTeller implements Consumer<CallEvent>, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(CallTeller.class);
    private static final int MOST_WAITING = 20_000;
    private static final long EVERY_MILLIS = 500;
    /** Eight seconds. */
    private static final int MOST_PAUSED = 16;

    private final VoiceFlow flow;
    private final Counter lost;
    private final BlockingQueue<CallEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<CallEvent> batch = new ArrayList<>();
    private int pause;
    private int paused;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("call-teller").factory());

    CallTeller(VoiceFlow flow, MeterRegistry meters) {
        this.flow = flow;
        this.lost = Counter.builder("parley.voice.events.lost")
                .description("events of calls that could not be told")
                .register(meters);
        var _ = clock.scheduleWithFixedDelay(this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void accept(CallEvent event) {
        if (!waiting.offer(event)) {
            lost.increment();
        }
    }

    private synchronized void tick() {
        if (paused > 0) {
            paused--;
        } else {
            tell();
        }
    }

    private synchronized void tell() {
        try {
            do {
                waiting.drainTo(batch, CallEvents.MOST - batch.size());
                if (!batch.isEmpty()) {
                    flow.tell(new CallEvents(batch));
                    batch.clear();
                }
            } while (!waiting.isEmpty());
            pause = 0;
        } catch (RuntimeException e) {
            pause = Math.clamp(2L * pause, 1, MOST_PAUSED);
            paused = pause;
            log.atDebug()
                    .addKeyValue("events", batch.size() + waiting.size())
                    .addKeyValue("cause", e.toString())
                    .log("events of calls wait to be told");
        }
    }

    /** After all calls have ended, which is when the context closes. */
    @Override
    public void destroy() {
        clock.shutdown();
        tell();
        lost.increment((double) batch.size() + waiting.size());
    }
}
