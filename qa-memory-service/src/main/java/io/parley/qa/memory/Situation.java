package io.parley.qa.memory;

/**
 * Questions, each before the facts it may be answered by, all encoded. Most often it is one question.
 *
 * @param facts F, {@code [n × d]}; those of one question after those of another
 * @param questions q, {@code [b × d]}
 * @param similarities s, {@code [n × S]}; row i says how alike fact i and its question are, each about 1 for a match
 * @param stories which facts are before which question
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
record Situation(double[] facts, double[] questions, double[] similarities, Segments stories) {

    /** One question, {@code [d]}, before all the facts. */
    static Situation of(double[] facts, double[] question, double[] similarities) {
        return new Situation(facts, question, similarities, Segments.one(facts.length / question.length));
    }

    /** n, how many facts there are in all. */
    int count() {
        return stories.rows();
    }

    /** d, the length of an encoded fact or question. */
    int width() {
        return questions.length / stories.parts();
    }

    /**
     * A loss's gradient for what the network encoded itself.
     *
     * @param facts {@code [n × d]}
     * @param questions {@code [b × d]}
     */
    @SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
    record Gradient(double[] facts, double[] questions) {

        static Gradient zero(Situation situation) {
            return new Gradient(new double[situation.facts.length], new double[situation.questions.length]);
        }
    }
}
