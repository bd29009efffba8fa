package io.parley.intent.study;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is odd about examples. Every list holds the first hundred and tells how many there are; rows are lines of the file.
 *
 * @param source of the examples
 * @param rows how many are good enough to be learnt from; everything else here is about these
 * @param refused what keeps the other rows from being learnt, such as a label that no way leads to from their state
 * @param duplicates rows that say the same in the same state and have the same label, by what they say
 * @param contradictions rows that say the same in the same state and have different labels, by what they say
 * @param unheard states of the flow and ways out of them that no row shows
 * @param tinyClasses labels of which there are few rows, the fewest first
 * @param leakage held-out rows that were learnt in other words or the same
 * @param mislabelled rows whose label the rest of the data speaks against
 */
public record DataCheck(
        String source,
        int rows,
        Listing<String> refused,
        Listing<Repeated> duplicates,
        Listing<Contradiction> contradictions,
        Unheard unheard,
        TinyClasses tinyClasses,
        Leakage leakage,
        Mislabelled mislabelled) {

    /**
     * Something that is said more than once.
     *
     * @param text as the first row has it
     */
    public record Repeated(String state, String text, String label, List<Integer> rows) {

        public Repeated {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Something that means different things.
     *
     * @param text as the first row has it
     */
    public record Contradiction(String state, String text, List<Meaning> meanings) {

        public Contradiction {
            meanings = List.copyOf(meanings);
        }
    }

    /** One of the labels of a contradiction. */
    public record Meaning(String label, List<Integer> rows) {

        public Meaning {
            rows = List.copyOf(rows);
        }
    }

    /** What no row shows. */
    public record Unheard(Listing<String> states, Listing<Way> ways) {}

    /** A way out of a state. */
    public record Way(String state, String to) {}

    /** @param fewerThan so many rows are enough */
    public record TinyClasses(int fewerThan, Listing<TinyClass> classes) {}

    /**
     * A label with few rows.
     *
     * @param state where it leads on from; empty for a reserved label, which is counted over all states
     */
    public record TinyClass(String state, String label, int rows) {}

    /**
     * What stands on both sides.
     *
     * @param heldOutRows how many were looked at; 0 where the campaign holds nothing out
     * @param sameWords held-out rows whose words, but for case and punctuation, were learnt
     * @param similarityAtLeast from what cosine of the encodings on two wordings are nearly the same
     * @param nearlySame other held-out rows of which nearly the same was learnt, the closest first
     */
    public record Leakage(
            int heldOutRows, Listing<Leak> sameWords, double similarityAtLeast, Listing<Leak> nearlySame) {}

    /**
     * A held-out row and the row to learn from that is closest to it; one of the same state is preferred.
     *
     * @param similarity cosine of the encodings, in [-1, 1]
     */
    public record Leak(
            int heldOutRow,
            String heldOutState,
            String heldOutText,
            int row,
            String state,
            String text,
            double similarity) {}

    /**
     * What cross-validation speaks against.
     *
     * @param skipped why it was not looked for; null if it was
     * @param folds of the cross-validation
     * @param marginAtLeast from what margin on a row counts
     * @param suspects the largest margin first
     */
    public record Mislabelled(@Nullable String skipped, int folds, double marginAtLeast, Listing<Suspect> suspects) {}

    /**
     * A row that a network that learnt from the other folds would label otherwise.
     *
     * @param suggested the most probable allowed label
     * @param labelProbability of the label it has, in [0, 1]
     * @param suggestedProbability of the other, in [0, 1]
     * @param margin by how much the other is more probable
     */
    public record Suspect(
            int row,
            String state,
            String text,
            String label,
            String suggested,
            double labelProbability,
            double suggestedProbability,
            double margin) {}
}
