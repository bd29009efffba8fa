package io.parley.contracts.chat;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What of a campaign its conversation tests and, apart from them, its training data never touch, as far as the files tell
 * without playing anything.
 */
public record Coverage(Part tests, Part training) {

    /**
     * What one of the two touches.
     *
     * @param basis what counts as touched
     * @param transitions {@code ask-name -> ask-date}
     * @param ladders what is said when something goes wrong: {@code invalid in ask-date}
     * @param replies the texts of states: {@code ask-date: When?}; none for training data, which has no replies
     */
    public record Part(
            String basis, Touched states, Touched transitions, Touched ladders, Touched replies, Touched facts) {}

    /**
     * Things of one kind.
     *
     * @param all how many there are
     * @param untouched those that are never touched, in the order of the campaign
     */
    public record Touched(int all, List<String> untouched) {

        public Touched {
            untouched = List.copyOf(untouched);
        }

        public static Touched of(Collection<String> all, Set<String> touched) {
            return new Touched(
                    all.size(),
                    all.stream().filter(one -> !touched.contains(one)).toList());
        }

        /** How many are touched. */
        public int touched() {
            return all - untouched.size();
        }
    }
}
