package io.parley.qa.recall;

/** In which respects a question and a fact can be alike: the columns of s. */
enum Similarity {
    /** Cosine of the encodings of the question and the closest asking. */
    CLOSEST_ASKING(0, "closest asking", 5),
    /** Mean cosine over the three closest askings. */
    CLOSE_ASKINGS(1, "close askings", 3),
    /** Cosine with the mean of all askings. */
    ALL_ASKINGS(2, "all askings", 2),
    /** Cosine with the answer. */
    ANSWER(3, "answer", 1.5),
    /** Cosine of the wordings of the question and the closest asking. */
    CLOSEST_WORDING(4, "closest wording", 1.7),
    /** Cosine of the wordings of question and answer. */
    ANSWER_WORDING(5, "answer's wording", 3),
    /** 1 where the fact names the state the customer is in. */
    STATE(6, "state", 2),
    /** 1 where the fact is of the kind that the utterance was taken for. */
    KIND(7, "kind", 5),
    /** What the fact's imprint reads: by how many nats training holds it for likelier than that no fact fits. */
    IMPRINT(8, "imprint", 0.3),
    /** What the fact's kernel imprint reads, on a scale like that of the other. */
    KERNEL_IMPRINT(9, "kernel imprint", 0.3);

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
