package io.parley.speech.evaluation;

import io.parley.speech.words.SpokenForm;
import java.util.List;

/**
 * How far what was heard is from what was said: the fewest words to replace, leave out or put in. Case, punctuation and
 * whether numbers are figures or words do not count.
 *
 * @param said words that were said
 * @param errors words to change
 * @see <a href="https://www.nist.gov/itl/iad/mig/tools">NIST's sclite counts the same way</a>
 */
public record WordErrors(int said, int errors) {
    /** Compares one utterance. */
    public static WordErrors of(String said, String heard) {
        List<String> truth = SpokenForm.words(said);
        List<String> guess = SpokenForm.words(heard);
        int[] before = new int[guess.size() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= truth.size(); i++) {
            int[] row = new int[before.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = before[j - 1] + (truth.get(i - 1).equals(guess.get(j - 1)) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return new WordErrors(truth.size(), before[guess.size()]);
    }

    /** Both together. */
    public WordErrors plus(WordErrors other) {
        return new WordErrors(said + other.said, errors + other.errors);
    }

    /** Errors a word said; above 1 where more was heard than said. */
    public double rate() {
        return said == 0 ? errors : (double) errors / said;
    }
}
