package io.parley.intent.training;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.ReservedState;
import io.parley.intent.features.FeatureSpace;
import io.parley.intent.network.Neighbours;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.network.NextStateNetwork;
import io.parley.intent.network.Thresholds;
import io.parley.neural.jobs.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Trains a model. Some wordings, or where the network looks back some
 * sessions, are kept apart to stop in time and to choose the thresholds by; where there are few rows,
 * a short refining then takes them in too. The same rows, settings and seed give the same model, bit for bit.
 */
public final class NextStateTrainer {

    private static final int FEWEST_ROWS = 8;
    private static final int MOST_NEIGHBOURS = 4_000;
    /** With no more rows than this, what is kept apart is missed, and taking it in costs little. */
    private static final int ROWS_TO_REFINE = 40_000;

    /** Shares of the time that lie behind when a sample is encoded, when all is, and when the rehearsal is over. */
    private static final double LOOKED_AT = 0.2;

    private static final double ENCODED = 0.5;

    private static final double REHEARSED = 0.75;

    private final TrainingSettings settings;

    public NextStateTrainer(TrainingSettings settings) {
        this.settings = settings;
    }

    /**
     * Trains.
     *
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} if there is too little to learn from
     * @throws io.parley.neural.jobs.TrainingCancelledException if the listener says so
     */
    public TrainedModel train(TrainingSet data, long seed, ProgressListener progress) {
        return train(data, List.of(), seed, progress);
    }

    /**
     * Trains.
     *
     * @param kept rows to stop by and to choose the thresholds on, instead of keeping some of the training's apart; with
     *     none, some are kept apart
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} if there is too little to learn from
     * @throws io.parley.neural.jobs.TrainingCancelledException if the listener says so
     */
    public TrainedModel train(TrainingSet data, List<LabelledSituation> kept, long seed, ProgressListener progress) {
        check(data.rows().stream().map(LabelledSituation::label).toList());
        Numbers numbers = new Numbers(FeatureSpace.learn(
                settings.features(),
                data.states(),
                data.labels(),
                data.lexicon(),
                data.rows().stream().map(LabelledSituation::situation).toList(),
                seed,
                progress.part(0, LOOKED_AT)));
        numbers.read(Stream.concat(data.rows().stream(), kept.stream()).toList(), progress.part(LOOKED_AT, ENCODED));
        Split split = kept.isEmpty() ? split(data, numbers, seed) : new Split(data.rows(), known(kept, data));
        Rehearsal rehearsal = rehearse(data, numbers, split, seed, progress.part(ENCODED, REHEARSED));
        NextStateModel model = rehearsal.model();
        if (kept.isEmpty()
                && data.rows().size() <= ROWS_TO_REFINE
                && !split.heldOut().isEmpty()) {
            NextStateNetwork network = new Fit(settings, data, numbers, data.rows(), seed)
                    .refine(model.network(), step -> progress.part(REHEARSED, 1).reached("refining", step.done()));
            model = new NextStateModel(network, neighbours(data.rows(), numbers, seed), model.thresholds());
        }
        return new TrainedModel(
                model,
                Map.of(
                        "rows", (double) data.rows().size(),
                        "splitRows", (double) split.heldOut().size(),
                        "splitAccuracy", rehearsal.score().accuracy(),
                        "splitLoss", rehearsal.score().loss(),
                        "epochs", (double) rehearsal.epoch()));
    }

    private Split split(TrainingSet data, Numbers numbers, long seed) {
        return settings.features().history() > 0
                ? SessionSplit.of(data.rows(), settings.heldOut(), seed)
                : WordingSplit.of(data.rows(), numbers::text, settings.heldOut(), seed);
    }

    /** Learns from what is not kept apart, and chooses the thresholds on what is. */
    private Rehearsal rehearse(TrainingSet data, Numbers numbers, Split split, long seed, ProgressListener progress) {
        List<Row> heldOut = numbers.of(split.heldOut());
        Fit.Fitted fitted = new Fit(settings, data, numbers, split.training(), seed).run(heldOut, progress);
        NextStateNetwork network = fitted.network();
        Neighbours neighbours = neighbours(split.training(), numbers, seed);
        Thresholds thresholds = Calibration.of(network, neighbours, inScope(heldOut, network.space()));
        return new Rehearsal(
                new NextStateModel(network, neighbours, thresholds), HeldOutScore.of(network, heldOut), fitted.epoch());
    }

    /** A model that never saw the rows kept apart, and how it does on them. */
    private record Rehearsal(NextStateModel model, HeldOutScore score, int epoch) {}

    private static List<LabelledSituation> known(List<LabelledSituation> rows, TrainingSet data) {
        return rows.stream().filter(row -> data.labels().contains(row.label())).toList();
    }

    /**
     * Refuses what is too little to learn from.
     *
     * @param labels of the rows
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID}
     */
    public static void check(List<String> labels) {
        long different = labels.stream().distinct().count();
        if (labels.size() < FEWEST_ROWS || different < 2) {
            throw new FaultException(
                    Fault.TRAINING_DATA_INVALID,
                    "the training data has " + labels.size() + " rows of " + different
                            + " labels; a network needs at least " + FEWEST_ROWS + " rows of 2");
        }
    }

    /** What was learnt, by different wordings; of very many a sample, since each costs time in every prediction. */
    private static Neighbours neighbours(List<LabelledSituation> rows, Numbers numbers, long seed) {
        List<String> different = new ArrayList<>(rows.stream()
                .filter(row -> !ReservedState.OTHER.label().equals(row.label()))
                .map(row -> row.situation().text().value())
                .distinct()
                .toList());
        Shuffle.inPlace(different, new SplittableRandom(seed));
        return Neighbours.of(different.stream()
                .limit(MOST_NEIGHBOURS)
                .map(text -> numbers.text(text).sentence())
                .toArray(float[][]::new));
    }

    private static List<Row> inScope(List<Row> rows, FeatureSpace space) {
        int other = space.label(ReservedState.OTHER.label());
        return rows.stream().filter(row -> row.label() != other).toList();
    }
}
