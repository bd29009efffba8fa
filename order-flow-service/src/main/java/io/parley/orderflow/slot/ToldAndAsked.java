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
 * @param refers whether the question may be about what is told: "how long does it take", "how much"
 * @param introduces whether what tells introduces somebody: "I'm Jane"
 * @param doubts whether the rest is a doubt, and no question
 */
public record ToldAndAsked(
        String told, String asked, boolean settled, boolean refers, boolean introduces, boolean doubts) {

    private static final String SENTENCE_ENDS = ".!?";

    /** A question of so few words has no subject of its own: "the suite, how much more?" */
    private static final int WITHOUT_SUBJECT = 3;

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
        return new Parting(words, words.hear(text)).beforeDoubt();
    }

    /** A run of words. Positions are indexes of words, ends exclusive. */
    private record Clause(int from, int to) {

        int length() {
            return to - from;
        }
    }

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
                boolean leadsUp = leadsUp(clauses, at);
                boolean opens = asks(clause);
                asks |= opens;
                asking = goesOn || leadsUp || opens;
                add(clause, asking ? asked : told);
            }
            if (told.isEmpty() || !asks || mentions("taking-off-a-value", asked)) {
                return Optional.empty();
            }
            boolean refers = mentions("referring", asked)
                    || asked.stream().mapToInt(Clause::length).sum() <= WITHOUT_SUBJECT;
            return Optional.of(new ToldAndAsked(
                    said(told), said(asked), mentions("settling", told), refers, introduces(told), false));
        }

        Optional<ToldAndAsked> beforeDoubt() {
            int pause = IntStream.range(1, utterance.size())
                    .filter(utterance::pausedBefore)
                    .findFirst()
                    .orElse(utterance.size());
            List<Clause> told = List.of(new Clause(0, pause));
            List<Clause> doubt = List.of(new Clause(pause, utterance.size()));
            boolean takenBack = mentions("undecided", doubt)
                    || mentions("taking-off-a-value", doubt)
                    || starts("referring", doubt.getFirst());
            return pause == utterance.size() || takenBack
                    ? Optional.empty()
                    : Optional.of(new ToldAndAsked(said(told), said(doubt), false, true, introduces(told), true));
        }

        private boolean introduces(List<Clause> told) {
            return mentions("name-intros", told) || mentions("name-intros-of-anything", told);
        }

        /** "For two people, how much is that", but not "for two, please. When do you close?" */
        private boolean leadsUp(List<Clause> clauses, int at) {
            if (at + 1 >= clauses.size()) {
                return false;
            }
            Clause clause = clauses.get(at);
            Clause next = clauses.get(at + 1);
            return starts("leading-up-to-questions", clause)
                    && !endsSentence(clause)
                    && !isJoin(next.from())
                    && (asks(next) || leadsUp(clauses, at + 1));
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

        /** Also where a question begins behind an "and", or without any pause in words that follow no subject: "two do you take cards". */
        private boolean isStart(int at) {
            boolean unmistakable = words.phrases("asking").endAt(utterance, at) > at
                    && words.phrases("asking-in-mid-sentence").contains(utterance.word(at));
            return utterance.pausedBefore(at) || unmistakable || (isJoin(at) && opensQuestion(at + 1));
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
