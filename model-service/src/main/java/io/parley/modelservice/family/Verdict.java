package io.parley.modelservice.family;

/**
 * What a model makes of one row.
 *
 * @param row the line it stands on
 * @param text what was said, masked
 * @param state where it was said; empty if unknown
 * @param label what is right; empty where nothing is
 * @param predicted what the model says; empty if nothing
 */
public record Verdict(int row, String text, String state, String label, String predicted) {

    /** Whether the model is right. */
    public boolean right() {
        return label.equals(predicted);
    }
}
