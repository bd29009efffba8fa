package io.parley.gateway.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Measures calls. Every meter begins with {@code parley.voice}. */
@Component
final class CallMeters {

    private final MeterRegistry meters;
    private final AtomicInteger up = new AtomicInteger();

    CallMeters(MeterRegistry meters) {
        this.meters = meters;
        meters.gauge("parley.voice.calls.up", up);
    }

    void began() {
        up.incrementAndGet();
    }

    void ended(String kind, CallEnd why) {
        up.decrementAndGet();
        meters.counter("parley.voice.calls", "kind", kind, "end", why.label()).increment();
    }

    void refused(String kind) {
        meters.counter("parley.voice.calls.refused", "kind", kind).increment();
    }

    /** What happened now and then: {@code barge-in}, {@code backchannel}, {@code no-input}, {@code keys}. */
    void happened(String what, String engine) {
        meters.counter("parley.voice.moments", "what", what, "engine", engine).increment();
    }

    /**
     * How long a step took from the caller's silence to our first sound: {@code final}, {@code reply}, {@code first-audio},
     * and all of it, {@code response}.
     */
    void took(String step, String engine, Duration duration) {
        Timer.builder("parley.voice.latency")
                .tag("step", step)
                .tag("engine", engine)
                .publishPercentileHistogram()
                .register(meters)
                .record(duration);
    }

    /** Decoding time by the length of what was heard. */
    void recognized(String engine, Duration decoding, Duration sound) {
        if (!sound.isZero()) {
            meters.summary("parley.voice.recognition.real-time-factor", "engine", engine)
                    .record((double) decoding.toNanos() / sound.toNanos());
        }
    }
}
