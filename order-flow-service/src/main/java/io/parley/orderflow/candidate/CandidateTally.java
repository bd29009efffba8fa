package io.parley.orderflow.candidate;

import io.parley.contracts.candidate.CandidateReport;
import io.parley.contracts.candidate.CandidateReport.Divergence;
import io.parley.contracts.candidate.CandidateReport.OrderSum;
import io.parley.contracts.candidate.CandidateWish;
import io.parley.contracts.order.OrderPlaced;
import io.parley.orderflow.turn.TurnRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Counts what a candidate does otherwise. Thread-safe. */
final class CandidateTally {

    private static final int LISTED = 100;

    private final CandidateWish wish;
    private final String currency;
    private final List<Divergence> divergences = new ArrayList<>();
    private int conversations;
    private int turns;
    private int unreadable;
    private int reworded;
    private int different;
    private int diverged;
    private OrderSum orders = OrderSum.NONE;
    private OrderSum lost = OrderSum.NONE;
    private OrderSum gained = OrderSum.NONE;

    /** @param wish complete */
    CandidateTally(CandidateWish wish, String currency) {
        this.wish = wish;
        this.currency = currency;
    }

    synchronized void addUnreadable() {
        unreadable++;
    }

    /**
     * Counts a conversation.
     *
     * @param now as many turns as the candidate played; fewer where it had ended the conversation before
     */
    synchronized void add(List<TurnRecord> then, List<TurnRecord> now) {
        conversations++;
        turns += then.size();
        boolean parted = false;
        for (int at = 0; at < then.size(); at++) {
            Optional<TurnRecord> candidate = at < now.size() ? Optional.of(now.get(at)) : Optional.empty();
            TurnRecord recorded = then.get(at);
            if (candidate.filter(it -> course(it).equals(course(recorded))).isEmpty()) {
                different++;
                if (!parted) {
                    parted = true;
                    diverge(recorded, candidate);
                }
            } else if (!candidate
                    .get()
                    .exchange()
                    .reply()
                    .equals(recorded.exchange().reply())) {
                reworded++;
            }
        }
        compareOrders(order(then), order(now));
    }

    synchronized CandidateReport report() {
        double divergedShare = conversations == 0 ? 0 : (double) diverged / conversations;
        double lostShare = orders.value().signum() == 0
                ? 0
                : lost.value().doubleValue() / orders.value().doubleValue();
        return new CandidateReport(
                conversations,
                turns,
                unreadable,
                reworded,
                different,
                diverged,
                divergedShare,
                currency,
                orders,
                lost,
                gained,
                lostShare,
                divergences,
                refusals(divergedShare, lostShare));
    }

    private List<String> refusals(double divergedShare, double lostShare) {
        List<String> refusals = new ArrayList<>();
        double mostDiverged = Objects.requireNonNull(wish.mostDiverged());
        double mostLost = Objects.requireNonNull(wish.mostLost());
        if (divergedShare > mostDiverged) {
            refusals.add("%d of %d conversations would have taken another course: %.1f %%, where %.1f %% are allowed"
                    .formatted(diverged, conversations, 100 * divergedShare, 100 * mostDiverged));
        }
        if (lostShare > mostLost) {
            refusals.add("%d orders over %s %s would have been lost: %.1f %% of the value, where %.1f %% are allowed"
                    .formatted(lost.count(), lost.value().toPlainString(), currency, 100 * lostShare, 100 * mostLost));
        }
        return refusals;
    }

    private void diverge(TurnRecord then, Optional<TurnRecord> now) {
        diverged++;
        if (divergences.size() < LISTED) {
            divergences.add(new Divergence(
                    then.conversation(),
                    then.turn(),
                    then.before().state(),
                    told(then),
                    now.map(CandidateTally::told).orElse("the conversation has ended before")));
        }
    }

    private void compareOrders(Optional<BigDecimal> then, Optional<BigDecimal> now) {
        if (then.isPresent()) {
            orders = orders.with(then.get());
            if (now.isEmpty()) {
                lost = lost.with(then.get());
            }
        } else if (now.isPresent()) {
            gained = gained.with(now.get());
        }
    }

    private static Optional<BigDecimal> order(List<TurnRecord> turns) {
        return turns.stream()
                .map(TurnRecord::order)
                .filter(Objects::nonNull)
                .map(OrderPlaced::total)
                .findFirst();
    }

    /** All that a turn comes to but its words. */
    private static List<Object> course(TurnRecord turn) {
        return List.of(
                turn.decision(),
                turn.after().state(),
                turn.after().slots().keySet(),
                turn.after().memory().told(),
                String.valueOf(turn.after().outcome()),
                order(List.of(turn)).map(BigDecimal::stripTrailingZeros));
    }

    private static String told(TurnRecord turn) {
        return turn.decision() + " to " + turn.after().state();
    }
}
