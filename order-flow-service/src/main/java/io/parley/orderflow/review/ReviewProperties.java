package io.parley.orderflow.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long utterances are kept for review.
 *
 * @param retention how long after it was said last an utterance is forgotten, whatever was decided about it
 */
@ConfigurationProperties("parley.review")
public record ReviewProperties(@DefaultValue("90d") Duration retention) {

    public ReviewProperties {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("parley.review.retention is " + retention + "; it must be above zero");
        }
    }
}
