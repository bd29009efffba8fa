package io.parley.orderflow.policy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a turn asks the models. (Confidence thresholds belong to a model's version, not here.)
 *
 * @param timeout how long a turn waits for a model before it goes on without it
 * @param history how many earlier utterances go along with a question, from 0
 * @param maxMisses how many utterances in a row may not be understood before a person is offered, from 1
 * @param maxObjections how many doubts are met with a statement before the customer is left in peace, from 1
 */
@ConfigurationProperties("parley.policy")
public record PolicyProperties(
        @DefaultValue("1500ms") Duration timeout,
        @DefaultValue("6") int history,
        @DefaultValue("3") int maxMisses,
        @DefaultValue("3") int maxObjections) {

    public PolicyProperties {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("parley.policy.timeout is " + timeout + "; it must be above zero");
        }
        if (history < 0) {
            throw new IllegalArgumentException("parley.policy.history is " + history + "; it must be at least 0");
        }
        if (maxMisses < 1) {
            throw new IllegalArgumentException("parley.policy.max-misses is " + maxMisses + "; it must be at least 1");
        }
        if (maxObjections < 1) {
            throw new IllegalArgumentException(
                    "parley.policy.max-objections is " + maxObjections + "; it must be at least 1");
        }
    }
}
