package io.parley.orderflow.turn;

import io.parley.contracts.order.OrderPlaced;
import io.parley.orderflow.order.NewOrder;
import io.parley.orderflow.response.Rendering;
import io.parley.session.Exchange;
import io.parley.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a turn came of and came to. It has the customer's words, so it never lies anywhere but sealed; card
 * numbers it has none, see {@link Discretion}.
 *
 * @param turnId the client's
 * @param at the turn's time
 * @param campaignVersion the version it was played with
 * @param factsHash names what the campaign's facts said; null where the memory was not asked
 * @param said the words as slots are taken from them, other numbers in the place of card numbers
 * @param before the session it began with
 * @param seen what came from outside
 * @param decision the decision's label
 * @param ground why it is this one
 * @param confidence the network's, in [0, 1]
 * @param replies what was said, one after the other: bucket, variant and text
 * @param exchange what the customer saw
 * @param after the session it ended with
 * @param order the order it placed, or null
 * @param micros how long its steps took, microseconds
 */
public record TurnRecord(
        String turnId,
        Instant at,
        String campaignVersion,
        @Nullable String factsHash,
        String said,
        Session before,
        Seen seen,
        String decision,
        Ground ground,
        double confidence,
        List<Rendering> replies,
        Exchange exchange,
        Session after,
        @Nullable OrderPlaced order,
        Map<String, Long> micros) {

    public TurnRecord {
        replies = List.copyOf(replies);
        micros = Map.copyOf(micros);
    }

    /** Of a turn that was played, whether live or again. */
    static TurnRecord of(Session before, Words words, Spoken spoken, Witness witness) {
        Seen seen = witness.seen();
        Account account = spoken.account();
        Discretion discretion = Discretion.about(spoken, before);
        return new TurnRecord(
                spoken.exchange().turnId(),
                spoken.exchange().at(),
                spoken.offered().campaign().version(),
                seen.answer() == null ? null : spoken.offered().factsHash(),
                discretion.said(words.raw()),
                discretion.session(before),
                seen,
                account.decision(),
                account.ground(),
                account.confidence(),
                spoken.replies().stream().map(discretion::rendering).toList(),
                discretion.exchange(spoken.exchange()),
                discretion.session(spoken.session()),
                spoken.order().map(NewOrder::placed).orElse(null),
                witness.micros());
    }

    public String conversation() {
        return after.id();
    }

    /** The number of the turn, from 1. */
    public int turn() {
        return after.turn();
    }

    public String campaign() {
        return after.contact().campaign();
    }

    public boolean isRehearsal() {
        return Curtain.isRehearsal(after);
    }

    /** The same without what differs each time it is played. */
    public TurnRecord timeless() {
        return new TurnRecord(
                turnId,
                at,
                campaignVersion,
                factsHash,
                said,
                before,
                seen,
                decision,
                ground,
                confidence,
                replies,
                exchange,
                after,
                order,
                Map.of());
    }

    /** Never with the words. */
    @Override
    public String toString() {
        return "TurnRecord[" + conversation() + ":" + turn() + "]";
    }
}
