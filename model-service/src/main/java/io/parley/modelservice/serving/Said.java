package io.parley.modelservice.serving;

/**
 * What a model's reply comes to for the customer; never the customer's words.
 *
 * @param what a state's or a fact's id, or {@link #NOTHING}
 * @param probability how sure the model is of it, in [0, 1]
 */
public record Said(String what, double probability) {

    /** That nothing fits; no id can read so. */
    public static final String NOTHING = "(none)";
}
