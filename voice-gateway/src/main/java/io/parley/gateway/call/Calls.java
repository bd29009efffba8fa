package io.parley.gateway.call;

import io.parley.gateway.call.recording.Recordings;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The switchboard: as many calls as may be, each led by a thread of its own. */
@Component
final class Calls implements Switchboard, LiveCalls {

    private static final Logger log = LoggerFactory.getLogger(Calls.class);
    private static final long LONGEST_FAREWELL_SECONDS = 3;

    private final Map<String, Call> up = new ConcurrentHashMap<>();
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room;
    private final VoiceProperties properties;
    private final CallMeters meters;
    private final CallRecords records;
    private final Surroundings around;

    Calls(
            VoiceProperties properties,
            VoiceEngines engines,
            Dialogue dialogue,
            CallMeters meters,
            CallRecords records,
            Recordings recordings) {
        this.properties = properties;
        this.meters = meters;
        this.records = records;
        this.room = new Semaphore(properties.maxCalls());
        this.around = new Surroundings(properties, engines, dialogue, meters, recordings, hands);
    }

    @Override
    public CallListener connect(CallLeg leg, CallRequest request) throws NoRoomException {
        if (!room.tryAcquire()) {
            meters.refused(leg.kind());
            throw new NoRoomException(properties.maxCalls());
        }
        String id = UUID.randomUUID().toString();
        Call call = new Call(id, leg, request, around, records.begin(id, leg.kind()));
        up.put(id, call);
        meters.began();
        hands.execute(() -> lead(id, leg.kind(), call));
        return call;
    }

    private void lead(String id, String kind, Call call) {
        try (MDC.MDCCloseable ignored = MDC.putCloseable("call.id", id)) {
            log.atInfo().addKeyValue("kind", kind).log("call taken");
            call.lead();
            log.atInfo()
                    .addKeyValue("kind", kind)
                    .addKeyValue("end", call.why().label())
                    .log("call ended");
        } finally {
            meters.ended(kind, call.why());
            // In this order: where no call is up, there is room.
            room.release();
            up.remove(id);
        }
    }

    @Override
    public boolean listen(String call, SoundListener listener) {
        Call found = up.get(call);
        if (found != null) {
            found.listen(listener);
        }
        return found != null;
    }

    @Override
    public void leave(String call, SoundListener listener) {
        Call found = up.get(call);
        if (found != null) {
            found.unlisten(listener);
        }
    }

    /** How many calls are up. */
    int up() {
        return up.size();
    }

    /** Hangs up everywhere when the gateway stops. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        up.values().forEach(call -> call.hangUp(CallEnd.SHUTDOWN));
        hands.shutdown();
        if (!hands.awaitTermination(LONGEST_FAREWELL_SECONDS, TimeUnit.SECONDS)) {
            hands.shutdownNow();
        }
    }
}
