package io.parley.intent.study;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.training.CampaignTrainingSet;
import io.parley.intent.training.LabelledSituation;
import io.parley.intent.training.TrainingSettings;
import io.parley.modelservice.family.Study;
import io.parley.modelservice.family.StudyData;
import io.parley.modelservice.family.StudyOrder;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.Work;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes {@link LearningCurve}s. */
record LearningCurveStudy(TrainingSettings settings) implements Study {

    private static final List<Double> USUAL = List.of(0.1, 0.25, 0.5, 0.75, 1.0);
    private static final int MOST = 20;

    /** Share of the time that lies behind when a fold has been kept. */
    private static final double KEPT = 0.2;

    @Override
    public Work<Object> prepare(StudyData data, StudyOrder order) {
        StudyRows.requireLearnable(data);
        List<Double> fractions = fractions(order.fractions());
        int folds = StudyRows.folds(order.folds(), data);
        Learner learner = StudyRows.learner(data, order, settings);
        return data.heldOut().isEmpty()
                ? progress -> onAKeptFold(learner, folds, fractions, progress)
                : progress -> onHeldOutRows(learner, data, fractions, progress);
    }

    /** @throws FaultException {@link Fault#REQUEST_INVALID} if one is no share of the rows */
    private static List<Double> fractions(@Nullable List<Double> wanted) {
        List<Double> fractions = wanted == null ? USUAL : wanted;
        for (double fraction : fractions) {
            if (!(fraction > 0 && fraction <= 1)) {
                throw new FaultException(
                        Fault.REQUEST_INVALID,
                        "a fraction is " + fraction + "; give shares of the rows above 0 and up to 1");
            }
        }
        if (fractions.isEmpty() || fractions.size() > MOST) {
            throw new FaultException(
                    Fault.REQUEST_INVALID, "there are " + fractions.size() + " fractions; give 1 to " + MOST);
        }
        return fractions.stream().sorted().distinct().toList();
    }

    private static LearningCurve onHeldOutRows(
            Learner learner, StudyData data, List<Double> fractions, ProgressListener progress) {
        List<LabelledSituation> asked = CampaignTrainingSet.labelled(data.campaign(), data.heldOut());
        List<LearningCurve.Point> points = LearningCurve.points(
                learner,
                rows(0, learner.scored(), row -> true),
                besides(learner, row -> true),
                asked,
                fractions,
                progress);
        return new LearningCurve("held-out.csv", asked.size(), learner.seed(), points);
    }

    private static LearningCurve onAKeptFold(
            Learner learner, int count, List<Double> fractions, ProgressListener progress) {
        Folds folds = CrossValidation.folds(learner, count, progress.part(0, KEPT));
        List<LabelledSituation> asked = rows(0, learner.scored(), row -> !folds.isLearnt(row, 0)).stream()
                .map(learner.data().rows()::get)
                .toList();
        List<LearningCurve.Point> points = LearningCurve.points(
                learner,
                rows(0, learner.scored(), row -> folds.isLearnt(row, 0)),
                besides(learner, row -> folds.isLearnt(row, 0)),
                asked,
                fractions,
                progress.part(KEPT, 1));
        return new LearningCurve("a kept fold", asked.size(), learner.seed(), points);
    }

    /** What the facts give to learn, whatever the share. */
    private static Set<Integer> besides(Learner learner, IntPredicate learnt) {
        return rows(learner.scored(), learner.data().rows().size(), learnt).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Integer> rows(int from, int to, IntPredicate which) {
        return IntStream.range(from, to).filter(which).boxed().toList();
    }
}
