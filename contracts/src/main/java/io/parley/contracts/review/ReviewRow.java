package io.parley.contracts.review;

/**
 * A row as {@code utterances.csv} has it.
 *
 * @param session its own: one utterance, one session
 * @param fact empty where none answers it
 */
public record ReviewRow(String session, String text, String label, String state, String fact) {

    /** Without the words, so that they cannot stray into a log. */
    @Override
    public String toString() {
        return "ReviewRow[session=" + session + "]";
    }
}
