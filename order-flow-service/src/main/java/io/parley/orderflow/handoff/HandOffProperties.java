package io.parley.orderflow.handoff;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long customers and the people at the desk are waited for.
 *
 * @param dutyLasts how long somebody counts as on duty after they last said so
 * @param offerAfter how long a customer waits before they are told that it takes long, and what else there is
 * @param giveUpAfter how long a customer waits at most; then a call-back is offered and the flow goes on
 * @param unattendedAfter how long customers wait on when nobody is on duty any more
 * @param retention how long after its end a hand-off is kept
 */
@ConfigurationProperties("parley.hand-off")
public record HandOffProperties(
        @DefaultValue("1m") Duration dutyLasts,
        @DefaultValue("3m") Duration offerAfter,
        @DefaultValue("30m") Duration giveUpAfter,
        @DefaultValue("30s") Duration unattendedAfter,
        @DefaultValue("30d") Duration retention) {

    public HandOffProperties {
        Map.of(
                        "duty-lasts", dutyLasts,
                        "offer-after", offerAfter,
                        "give-up-after", giveUpAfter,
                        "unattended-after", unattendedAfter,
                        "retention", retention)
                .forEach((name, value) -> {
                    if (value.isNegative() || value.isZero()) {
                        throw new IllegalArgumentException(
                                "parley.hand-off." + name + " is " + value + "; it must be above zero");
                    }
                });
        if (giveUpAfter.compareTo(offerAfter) <= 0) {
            throw new IllegalArgumentException("parley.hand-off.give-up-after is " + giveUpAfter
                    + "; it must be longer than parley.hand-off.offer-after, " + offerAfter);
        }
    }
}
