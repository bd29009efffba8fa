package io.parley.qa.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The network over a campaign's facts: input and question module, episodic memory, and three heads (which fact, whether
 * none, which kind). It holds no numbers itself: parameters are a flat vector that every method is given, so one network
 * serves any number of threads.
 */
final class DynamicMemoryNetwork {

    private final NetworkShape shape;
    private final ParameterLayout layout = new ParameterLayout();
    private final TanhLayer input;
    private final TanhLayer question;
    private final EpisodicMemory memory;
    private final FactChoice choice;
    private final DoubtHead doubt;
    private final KindHead kind;

    DynamicMemoryNetwork(NetworkShape shape) {
        this.shape = shape;
        input = new TanhLayer(layout, "input", shape.factInputs(), shape.width());
        question = new TanhLayer(layout, "question", shape.encoding(), shape.width());
        memory = new EpisodicMemory(layout, shape);
        choice = new FactChoice(layout, shape);
        doubt = new DoubtHead(layout, shape);
        kind = new KindHead(layout, shape);
    }

    NetworkShape shape() {
        return shape;
    }

    ParameterLayout layout() {
        return layout;
    }

    /** The input module. Takes {@code [n × 2D]}, gives {@code [n × d]}. */
    double[] encodeFacts(double[] parameters, double[] facts, int n) {
        return input.forward(parameters, facts, n);
    }

    /** The question module. Takes {@code [n × D]}, gives {@code [n × d]}. */
    double[] encodeQuestions(double[] parameters, double[] questions, int n) {
        return question.forward(parameters, questions, n);
    }

    void encodeFactsBackward(double[] gradient, double[] facts, double[] encoded, double[] dEncoded, int n) {
        input.backward(gradient, facts, encoded, dEncoded, n);
    }

    void encodeQuestionsBackward(double[] gradient, double[] questions, double[] encoded, double[] dEncoded, int n) {
        question.backward(gradient, questions, encoded, dEncoded, n);
    }

    /** Recalls. At least one fact is needed. */
    Recall recall(double[] parameters, Situation situation) {
        List<EpisodicMemory.Hop> hops = memory.forward(parameters, situation);
        double[] last = hops.getLast().next();
        double[] logits = choice.forward(
                parameters, situation, last, hops.getLast().pass().logits());
        double[] probabilities = Kernels.softmax(logits);
        return new Recall(
                hops,
                logits,
                probabilities,
                doubt.forward(parameters, situation, last, logits),
                kind.forward(parameters, situation));
    }

    /** The loss for one question. */
    static double loss(Objective objective, Recall recall, Target target) {
        double loss = objective.doubt()
                * Kernels.softplus(
                        target.fact() == Target.NONE
                                ? -recall.doubt().logit()
                                : recall.doubt().logit());
        if (target.fact() != Target.NONE) {
            loss -= logSoftmax(recall.logits(), target.fact());
            for (EpisodicMemory.Hop hop : recall.hops()) {
                loss -= objective.gates() * logSoftmax(hop.pass().logits(), target.fact());
            }
        }
        if (target.hesitates() != null) {
            loss += objective.kind()
                    * Kernels.softplus(target.hesitates() ? -recall.hesitation() : recall.hesitation());
        }
        return loss;
    }

    /**
     * Adds the gradient of {@link #loss} to {@code gradient}.
     *
     * @return the gradient for the situation's facts and question, to be passed to the two encoders
     */
    Situation.Gradient backward(
            double[] parameters,
            double[] gradient,
            Objective objective,
            Situation situation,
            Recall recall,
            Target target) {
        int n = situation.count();
        Situation.Gradient dSituation = Situation.Gradient.zero(situation);
        double[] dMemory = new double[shape.width()];
        double[] dChoice = new double[n];
        List<double[]> dGateLogits = new ArrayList<>();
        for (EpisodicMemory.Hop hop : recall.hops()) {
            double[] dLogits = new double[n];
            if (target.fact() != Target.NONE) {
                Kernels.addScaledInPlace(
                        dLogits, 0, objective.gates(), hop.pass().gates(), 0, n);
                dLogits[target.fact()] -= objective.gates();
            }
            dGateLogits.add(dLogits);
        }
        if (target.fact() != Target.NONE) {
            Kernels.addScaledInPlace(dChoice, 0, 1, recall.probabilities(), 0, n);
            dChoice[target.fact()] -= 1;
        }
        if (target.hesitates() != null) {
            double dHesitation =
                    objective.kind() * (Kernels.sigmoid(recall.hesitation()) - (target.hesitates() ? 1 : 0));
            kind.backward(parameters, gradient, situation, dHesitation, dSituation);
        }
        double dDoubt =
                objective.doubt() * (Kernels.sigmoid(recall.doubt().logit()) - (target.fact() == Target.NONE ? 1 : 0));
        doubt.backward(parameters, gradient, recall.doubt(), dDoubt, dSituation, dMemory, dChoice);
        choice.backward(
                parameters,
                gradient,
                situation,
                recall.memory(),
                recall.hops().getLast().pass().logits(),
                dChoice,
                dSituation,
                dMemory,
                dGateLogits.getLast());
        memory.backward(parameters, gradient, situation, recall.hops(), dGateLogits, dMemory, dSituation);
        return dSituation;
    }

    /**
     * Parameters of an untrained network, which already ranks by similarity: gates and choice start as {@code prior·s},
     * facts and questions are projected alike, and what is to be learned starts small or at nothing.
     *
     * @param prior {@code [S]}, how much each similarity counts
     * @param seed decides every random number
     */
    double[] initialParameters(double[] prior, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] parameters = new double[layout.size()];
        double[] projection = gaussian(random, shape.encoding() * shape.width(), ENCODING_SPREAD);
        input.initialize(parameters, projection, 1, 0);
        input.initialize(parameters, projection, ANSWER_SHARE, shape.encoding());
        question.initialize(parameters, projection, 1, 0);
        fill(parameters, memory.gate().hidden(), random);
        for (MemoryUpdate update : memory.updates()) {
            fill(parameters, update.weights(), random);
        }
        fill(parameters, doubt.hidden(), random);
        for (int c = 0; c < prior.length; c++) {
            parameters[memory.gate().similarity().offset() + c] = prior[c];
            parameters[choice.bySimilarity().offset() + c] = prior[c] * (1 - GATE_SHARE);
            parameters[doubt.byEvidence().offset() + c] = -DOUBT_SHARE * prior[c];
        }
        parameters[choice.byGate().offset()] = GATE_SHARE;
        return parameters;
    }

    /** How fast each parameter learns, {@code [parameters]}: 1, but {@code heads} in the heads for doubt and kind. */
    double[] pace(double heads) {
        double[] pace = new double[layout.size()];
        for (Block block : layout.blocks()) {
            boolean head = block.name().startsWith("doubt.") || block.name().startsWith("kind.");
            Arrays.fill(pace, block.offset(), block.offset() + block.size(), head ? heads : 1);
        }
        return pace;
    }

    /** Standard deviation of a projected unit vector's entries: where tanh is neither linear nor flat. */
    private static final double ENCODING_SPREAD = 0.7;

    /** An answer says less about how it is asked for than an asking does. */
    private static final double ANSWER_SHARE = 0.3;

    /** How much of the choice's first logits comes by way of the last gate. */
    private static final double GATE_SHARE = 0.5;

    private static final double DOUBT_SHARE = 0.5;

    private static void fill(double[] parameters, Block block, SplittableRandom random) {
        double spread = Math.sqrt(2.0 / (block.rows() + block.cols()));
        System.arraycopy(gaussian(random, block.size(), spread), 0, parameters, block.offset(), block.size());
    }

    private static double[] gaussian(SplittableRandom random, int length, double spread) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = spread * random.nextGaussian();
        }
        return values;
    }

    private static double logSoftmax(double[] logits, int index) {
        double max = logits[index];
        for (double logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (double logit : logits) {
            sum += StrictMath.exp(logit - max);
        }
        return logits[index] - max - StrictMath.log(sum);
    }
}
