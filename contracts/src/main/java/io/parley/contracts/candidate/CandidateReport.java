package io.parley.contracts.candidate;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a candidate would have changed. Customers are taken to say what they said then, also where the candidate had asked
 * something else; so what comes after the first divergence of a conversation is a guess.
 *
 * @param conversations how many were played
 * @param turns how many turns they have
 * @param unreadable conversations with a record that cannot be read or be played any more; not among those played
 * @param turnsReworded turns with the same course in other words
 * @param turnsDifferent turns with another decision, state, slot value or outcome
 * @param conversationsDiverged conversations with such a turn
 * @param divergedShare the same as a share of those played, in [0, 1]
 * @param currency of the values
 * @param orders those placed then
 * @param lost orders placed then that the candidate would not have taken
 * @param gained orders that the candidate would have taken and nobody placed then
 * @param lostShare the lost orders' share of the value of those placed, in [0, 1]
 * @param divergences the first of each conversation that diverged, a hundred at most
 * @param refusals why the candidate shall not be put to use; none if it may
 */
public record CandidateReport(
        int conversations,
        int turns,
        int unreadable,
        int turnsReworded,
        int turnsDifferent,
        int conversationsDiverged,
        double divergedShare,
        String currency,
        OrderSum orders,
        OrderSum lost,
        OrderSum gained,
        double lostShare,
        List<Divergence> divergences,
        List<String> refusals) {

    public CandidateReport {
        divergences = List.copyOf(divergences);
        refusals = List.copyOf(refusals);
    }

    /** Orders and what they are worth together. */
    public record OrderSum(int count, BigDecimal value) {

        public static final OrderSum NONE = new OrderSum(0, BigDecimal.ZERO);

        public OrderSum with(BigDecimal total) {
            return new OrderSum(count + 1, value.add(total));
        }
    }

    /**
     * Where a conversation first takes another course.
     *
     * @param turn from 1
     * @param state where the customer was
     * @param then what was decided then, and where it led
     * @param now what the candidate decides, and where it leads
     */
    public record Divergence(String conversation, int turn, String state, String then, String now) {}
}
