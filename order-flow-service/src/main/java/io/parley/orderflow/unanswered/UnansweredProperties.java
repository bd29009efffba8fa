package io.parley.orderflow.unanswered;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long unanswered questions are kept.
 *
 * @param retention how long after it was asked a question is forgotten that nobody dismissed
 */
@ConfigurationProperties("parley.unanswered-questions")
public record UnansweredProperties(@DefaultValue("90d") Duration retention) {

    public UnansweredProperties {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException(
                    "parley.unanswered-questions.retention is " + retention + "; it must be above zero");
        }
    }
}
