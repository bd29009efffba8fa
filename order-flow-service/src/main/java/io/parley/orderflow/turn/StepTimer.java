package io.parley.orderflow.turn;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Shows how long the steps of turns take as {@code parley.turn.step}. */
@Component
final class StepTimer {

    private final MeterRegistry meters;

    StepTimer(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param micros by step, microseconds */
    void show(Map<String, Long> micros) {
        micros.forEach(
                (step, took) -> meters.timer("parley.turn.step", "step", step).record(took, TimeUnit.MICROSECONDS));
    }
}
