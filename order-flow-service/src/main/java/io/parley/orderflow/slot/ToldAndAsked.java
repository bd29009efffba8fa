package io.parley.orderflow.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words that tell something and ask or doubt something: "Mars, please. How long does it take?"
 *
 * @param told what tells
 * @param asked what asks or doubts
 * @param settled whether what tells says that it is to be so, and does not only name something: "Mars, please"
 * @param refers whether the question may be about what is told: "how long does it take"
 */
public record ToldAndAsked(String told, String asked, boolean settled, boolean refers) {

    private static final String SENTENCE_ENDS = ".!?";

    /**
     * @param text words in which something is asked
     * @return nothing if nothing is told besides
     */
    public static Optional<ToldAndAsked> of(Locale locale, String text) {
        Words words = Words.of(locale);
        return new Parting(words, words.asked(words.hear(text))).parted();
    }

    /**
     * @param text words in which something is doubted
     * @return what is told before the first pause, if there is one; nothing where the rest takes it back
     */
    public static Optional<ToldAndAsked> beforeDoubt(Locale locale, String text) {
        Words words = Words.of(locale);
        Utterance utterance = words.hear(text);
        boolean undecided = words.phrases("undecided").anyWithin(utterance, 0, utterance.size());
        return undecided
                ? Optional.empty()
                : IntStream.range(1, utterance.size())
                        .filter(utterance::pausedBefore)
                        .mapToObj(at -> new ToldAndAsked(
                                utterance.said(0, at), utterance.said(at, utterance.size()), false, true))
                        .findFirst();
    }

    /** A run of words. Positions are indexes of words, ends exclusive. */
    private record Clause(int from, int to) {}

    /** Parts one utterance. */
    private record Parting(Words words, Utterance utterance) {

        Optional<ToldAndAsked> parted() {
            List<Clause> told = new ArrayList<>();
            List<Clause> asked = new ArrayList<>();
            List<Clause> clauses = clauses();
            boolean asking = false;
            boolean asks = false;
            for (int at = 0; at < clauses.size(); at++) {
                Clause clause = clauses.get(at);
                boolean goesOn = asking && !endsSentence(clauses.get(at - 1));
                boolean leadsUp = starts("leading-up-to-questions", clause) && at + 1 < clauses.size();
                boolean opens = asks(clause);
                asks |= opens;
                asking = goesOn || leadsUp || opens;
                add(clause, asking ? asked : told);
            }
            return told.isEmpty() || !asks
                    ? Optional.empty()
                    : Optional.of(new ToldAndAsked(
                            said(told), said(asked), mentions("settling", told), mentions("referring", asked)));
        }

        private static void add(Clause clause, List<Clause> clauses) {
            boolean adjoins = !clauses.isEmpty() && clauses.getLast().to() == clause.from();
            clauses.add(adjoins ? new Clause(clauses.removeLast().from(), clause.to()) : clause);
        }

        private List<Clause> clauses() {
            List<Integer> starts = IntStream.range(0, utterance.size())
                    .filter(this::isStart)
                    .boxed()
                    .toList();
            return IntStream.range(0, starts.size())
                    .mapToObj(at ->
                            new Clause(starts.get(at), at + 1 < starts.size() ? starts.get(at + 1) : utterance.size()))
                    .toList();
        }

        /** Also where a question begins behind an "and", or without any pause in words that can only be one. */
        private boolean isStart(int at) {
            return utterance.pausedBefore(at)
                    || words.phrases("asking").endAt(utterance, at) > at
                    || (isJoin(at) && opensQuestion(at + 1));
        }

        private boolean isJoin(int at) {
            return words.phrases("joining-questions").endAt(utterance, at) == at + 1;
        }

        private boolean asks(Clause clause) {
            int opening = opening(clause);
            return endsWithQuestionMark(clause)
                    || (opening < clause.to() && opensQuestion(opening))
                    || words.phrases("inquiring").anyWithin(utterance, clause.from(), clause.to());
        }

        private boolean opensQuestion(int at) {
            return Stream.of("opening-questions", "asking")
                    .anyMatch(entry -> words.phrases(entry).endAt(utterance, at) > at);
        }

        private boolean starts(String entry, Clause clause) {
            int at = opening(clause);
            return words.phrases(entry).endAt(utterance, at) > at;
        }

        /** Where the clause begins, behind courtesies and what joins it to the one before. */
        private int opening(Clause clause) {
            int at = clause.from();
            for (int last = -1; at > last; ) {
                last = at;
                at = words.phrases("courtesies").endAt(utterance, at);
                at = words.phrases("joining-questions").endAt(utterance, at);
            }
            return Math.min(at, clause.to());
        }

        private boolean endsWithQuestionMark(Clause clause) {
            return utterance.gap(clause.to()).indexOf('?') >= 0;
        }

        private boolean endsSentence(Clause clause) {
            return utterance.gap(clause.to()).chars().anyMatch(sign -> SENTENCE_ENDS.indexOf(sign) >= 0);
        }

        private boolean mentions(String entry, List<Clause> clauses) {
            return clauses.stream()
                    .anyMatch(clause -> words.phrases(entry).anyWithin(utterance, clause.from(), clause.to()));
        }

        private String said(List<Clause> clauses) {
            return clauses.stream()
                    .map(clause -> utterance.said(clause.from(), clause.to()))
                    .collect(Collectors.joining(", "));
        }
    }
}
