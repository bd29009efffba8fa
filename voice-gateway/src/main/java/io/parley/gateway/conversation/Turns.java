package io.parley.gateway.conversation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.gateway.upstream.OrderFlow;
import io.parley.gateway.upstream.UpstreamProblem;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Takes turns to the order flow and measures them as {@code parley.turns{entrance,outcome}}. */
@Component
public final class Turns {

    /** The way a turn came in. */
    public enum Entrance {
        REST,
        SOCKET,
        VOICE
    }

    private final OrderFlow orderFlow;
    private final MeterRegistry meters;

    Turns(OrderFlow orderFlow, MeterRegistry meters) {
        this.orderFlow = orderFlow;
        this.meters = meters;
    }

    /**
     * @param authorization the customer's header, {@code Bearer …}
     */
    public TurnReply take(Entrance entrance, String conversation, TurnRequest turn, String authorization) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "unavailable";
        try {
            TurnReply reply = orderFlow.turn(conversation, turn, authorization);
            outcome = "answered";
            return reply;
        } catch (UpstreamProblem refused) {
            outcome = "refused";
            throw refused;
        } finally {
            sample.stop(meters.timer(
                    "parley.turns", "entrance", entrance.name().toLowerCase(Locale.ROOT), "outcome", outcome));
        }
    }
}
