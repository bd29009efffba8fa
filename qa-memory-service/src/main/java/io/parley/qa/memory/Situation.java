package io.parley.qa.memory;

/**
 * One question before the facts it may be answered by, all encoded.
 *
 * @param facts F, {@code [n × d]}; row i is fact i
 * @param question q, {@code [d]}
 * @param similarities s, {@code [n × S]}; row i says how alike the question and fact i are, each about 1 for a match
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
record Situation(double[] facts, double[] question, double[] similarities) {

    /** n, how many facts there are. */
    int count() {
        return facts.length / question.length;
    }

    /**
     * A loss's gradient for what the network encoded itself.
     *
     * @param facts {@code [n × d]}
     * @param question {@code [d]}
     */
    @SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
    record Gradient(double[] facts, double[] question) {

        static Gradient zero(Situation situation) {
            return new Gradient(new double[situation.facts.length], new double[situation.question.length]);
        }
    }
}
