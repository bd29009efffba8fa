package io.parley.orderflow.turn;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Measures the steps of a turn as {@code parley.turn.step}. */
@Component
final class StepTimer {

    private final MeterRegistry meters;

    StepTimer(MeterRegistry meters) {
        this.meters = meters;
    }

    <T> T timed(String step, Supplier<T> work) {
        Timer.Sample sample = Timer.start(meters);
        try {
            return work.get();
        } finally {
            sample.stop(meters.timer("parley.turn.step", "step", step));
        }
    }
}
