package io.parley.qa.recall;

/** In which respects a question and a fact can be alike: the columns of s. */
enum Similarity {
    /** Cosine of the encodings of the question and the closest asking. */
    CLOSEST_ASKING(0, "closest asking", 4),
    /** Mean cosine over the three closest askings. */
    CLOSE_ASKINGS(1, "close askings", 4),
    /** Cosine with the mean of all askings. */
    ALL_ASKINGS(2, "all askings", 6),
    /** Cosine with the answer. */
    ANSWER(3, "answer", 2),
    /** Cosine of the wordings of the question and the closest asking. */
    CLOSEST_WORDING(4, "closest wording", 2),
    /** Cosine of the wordings of question and answer. */
    ANSWER_WORDING(5, "answer's wording", 0.5),
    /** 1 where the fact names the state the customer is in. */
    STATE(6, "state", 1.8),
    /** 1 where the fact is of the kind that the utterance was taken for. */
    KIND(7, "kind", 3);

    private final int column;
    private final String label;
    private final double prior;

    Similarity(int column, String label, double prior) {
        this.column = column;
        this.label = label;
        this.prior = prior;
    }

    /** Where it stands in a row of s, from 0. */
    int column() {
        return column;
    }

    /** For explanations. */
    String label() {
        return label;
    }

    /** How much each counts before anything was learned, in logits, {@code [S]}. */
    static double[] prior() {
        double[] prior = new double[values().length];
        for (Similarity similarity : values()) {
            prior[similarity.column] = similarity.prior;
        }
        return prior;
    }
}
