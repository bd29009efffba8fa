package io.parley.qa.memory;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The network over stories, whose answer is a word: the same episodic memory as over a campaign's facts, behind an input and
 * a question module that learn their words from nothing. Like {@link DynamicMemoryNetwork} it holds no numbers itself.
 */
final class StoryNetwork {

    private static final double WORD_SPREAD = 0.1;

    private final NetworkShape shape;
    private final int vocabulary;
    private final ParameterLayout layout = new ParameterLayout();
    private final WordVectors words;
    private final FusionLayer fusion;
    private final GatedRecurrence question;
    private final EpisodicMemory memory;
    private final WordChoice choice;

    /** @param vocabulary V, how many words there are */
    StoryNetwork(NetworkShape shape, int vocabulary) {
        this.shape = shape;
        this.vocabulary = vocabulary;
        words = new WordVectors(layout, vocabulary, shape.width());
        fusion = new FusionLayer(layout, shape.width());
        question = new GatedRecurrence(layout, "question", shape.width(), shape.width(), false);
        memory = new EpisodicMemory(layout, shape);
        choice = new WordChoice(layout, shape.width(), vocabulary);
    }

    ParameterLayout layout() {
        return layout;
    }

    /** Parameters of an untrained network. */
    double[] initialParameters(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] parameters = new double[layout.size()];
        fill(parameters, words.vectors(), WORD_SPREAD, random);
        for (GatedRecurrence recurrence : List.of(fusion.onwards(), fusion.back(), question)) {
            fill(parameters, recurrence.input(), random);
            fill(parameters, recurrence.recurrent(), random);
        }
        fill(parameters, memory.gate().hidden(), random);
        fill(parameters, memory.gate().output(), random);
        for (MemoryUpdate update : memory.updates()) {
            fill(parameters, update.weights(), random);
        }
        fill(parameters, choice.byMemory(), random);
        fill(parameters, choice.byQuestion(), random);
        return parameters;
    }

    private static void fill(double[] parameters, Block block, SplittableRandom random) {
        fill(parameters, block, Math.sqrt(2.0 / (block.rows() + block.cols())), random);
    }

    private static void fill(double[] parameters, Block block, double spread, SplittableRandom random) {
        for (int i = block.offset(); i < block.offset() + block.size(); i++) {
            parameters[i] = spread * random.nextGaussian();
        }
    }

    /**
     * What the network made of some questions.
     *
     * @param sentences {@code [n × d]}, as the fusion layer read them
     * @param asked the words of the questions, one behind the other
     * @param askedIn which of them are of which question
     * @param probabilities {@code [b × V]}
     */
    @SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
    record Pass(
            List<StoryQuestion> questions,
            double[] sentences,
            FusionLayer.Pass fused,
            int[] asked,
            Segments askedIn,
            double[] askedVectors,
            GatedRecurrence.Pass read,
            Situation situation,
            List<EpisodicMemory.Hop> hops,
            double[] probabilities) {}

    /**
     * Reads and answers.
     *
     * @param kept {@code [n × d]}, what the sentences are multiplied by: dropout; of no length where nothing is dropped
     */
    Pass forward(double[] parameters, List<StoryQuestion> questions, double[] kept) {
        int width = shape.width();
        Segments stories = Segments.of(
                questions.stream().mapToInt(asked -> asked.facts().length).toArray());
        double[] sentences = words.sentences(parameters, facts(questions));
        multiplyInPlace(sentences, kept);
        FusionLayer.Pass fused = fusion.forward(parameters, sentences, stories);
        Segments askedIn = Segments.of(
                questions.stream().mapToInt(asked -> asked.question().length).toArray());
        int[] asked = questions.stream()
                .flatMapToInt(story -> IntStream.of(story.question()))
                .toArray();
        double[] askedVectors = words.words(parameters, asked);
        GatedRecurrence.Pass read = question.forward(parameters, askedVectors, askedIn);
        double[] encoded = new double[questions.size() * width];
        for (int j = 0; j < questions.size(); j++) {
            System.arraycopy(read.states(), lastRow(askedIn, j) * width, encoded, j * width, width);
        }
        Situation situation = new Situation(fused.facts(), encoded, new double[0], stories);
        List<EpisodicMemory.Hop> hops = memory.forward(parameters, situation);
        double[] logits = choice.forward(parameters, hops.getLast().next(), encoded);
        int[] each = new int[questions.size()];
        Arrays.fill(each, vocabulary);
        return new Pass(
                questions,
                sentences,
                fused,
                asked,
                askedIn,
                askedVectors,
                read,
                situation,
                hops,
                Kernels.softmax(logits, Segments.of(each)));
    }

    /**
     * The loss, summed over the questions.
     *
     * @param gates how much the gates' cross-entropy with the supporting facts counts; 0 to learn from answers alone
     */
    double loss(Pass pass, double gates) {
        double loss = 0;
        for (int j = 0; j < pass.questions().size(); j++) {
            StoryQuestion asked = pass.questions().get(j);
            loss -= StrictMath.log(pass.probabilities()[j * vocabulary + asked.answer()]);
            if (gates > 0 && asked.supporting().length > 0) {
                for (int hop = 0; hop < pass.hops().size(); hop++) {
                    int[] wanted = wanted(asked, hop);
                    for (int fact : wanted) {
                        int row = pass.situation().stories().start(j) + fact;
                        loss -= gates
                                / wanted.length
                                * StrictMath.log(pass.hops().get(hop).pass().gates()[row]);
                    }
                }
            }
        }
        return loss;
    }

    /** Adds the gradient of {@link #loss} to {@code gradient}. */
    void backward(double[] parameters, double[] gradient, Pass pass, double gates, double[] kept) {
        int width = shape.width();
        Situation situation = pass.situation();
        Situation.Gradient dSituation = Situation.Gradient.zero(situation);
        double[] dMemory = new double[situation.questions().length];
        double[] dLogits = pass.probabilities().clone();
        for (int j = 0; j < pass.questions().size(); j++) {
            dLogits[j * vocabulary + pass.questions().get(j).answer()] -= 1;
        }
        choice.backward(
                parameters,
                gradient,
                pass.hops().getLast().next(),
                situation.questions(),
                dLogits,
                dMemory,
                dSituation.questions());
        List<double[]> dGateLogits = IntStream.range(0, pass.hops().size())
                .mapToObj(hop -> gateGradient(pass, hop, gates))
                .toList();
        memory.backward(parameters, gradient, situation, pass.hops(), dGateLogits, dMemory, dSituation);
        double[] dRead = new double[pass.asked().length * width];
        for (int j = 0; j < pass.questions().size(); j++) {
            System.arraycopy(dSituation.questions(), j * width, dRead, lastRow(pass.askedIn(), j) * width, width);
        }
        double[] dAsked = new double[dRead.length];
        question.backward(parameters, gradient, pass.askedVectors(), pass.askedIn(), pass.read(), dRead, dAsked);
        words.wordsBackward(gradient, pass.asked(), dAsked);
        double[] dSentences = new double[pass.sentences().length];
        fusion.backward(
                parameters,
                gradient,
                pass.sentences(),
                situation.stories(),
                pass.fused(),
                dSituation.facts(),
                dSentences);
        multiplyInPlace(dSentences, kept);
        words.sentencesBackward(gradient, facts(pass.questions()), dSentences);
    }

    private double[] gateGradient(Pass pass, int hop, double gates) {
        double[] looked = pass.hops().get(hop).pass().gates();
        double[] dLogits = new double[looked.length];
        Segments stories = pass.situation().stories();
        for (int j = 0; j < pass.questions().size(); j++) {
            StoryQuestion asked = pass.questions().get(j);
            if (gates > 0 && asked.supporting().length > 0) {
                int first = stories.start(j);
                Kernels.addScaledInPlace(dLogits, first, gates, looked, first, stories.length(j));
                int[] wanted = wanted(asked, hop);
                for (int fact : wanted) {
                    dLogits[first + fact] -= gates / wanted.length;
                }
            }
        }
        return dLogits;
    }

    /**
     * What a hop should look at: the facts one after the other, staying at the last; all of them where there are more than
     * hops.
     */
    private int[] wanted(StoryQuestion asked, int hop) {
        int[] supporting = asked.supporting();
        return supporting.length > shape.hops()
                ? supporting
                : new int[] {supporting[Math.min(hop, supporting.length - 1)]};
    }

    private static int[][] facts(List<StoryQuestion> questions) {
        return questions.stream().flatMap(asked -> Stream.of(asked.facts())).toArray(int[][]::new);
    }

    private static int lastRow(Segments sequences, int part) {
        return sequences.start(part) + sequences.length(part) - 1;
    }

    private static void multiplyInPlace(double[] x, double[] by) {
        for (int i = 0; i < by.length; i++) {
            x[i] *= by[i];
        }
    }
}
