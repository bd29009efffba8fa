package io.parley.intent.study;

/** How close two texts' encodings are, as cosine in [-1, 1], for what is said of them here. */
final class Closeness {

    /** The same but for a word or two that change little. */
    static final double NEARLY_IDENTICAL = 0.95;

    /** One wording, where the label is the same. At least what the trainer keeps together: a fold is to judge more strictly. */
    static final double ALIKE = 0.82;

    private Closeness() {}
}
