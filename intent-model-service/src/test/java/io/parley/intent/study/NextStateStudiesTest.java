package io.parley.intent.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parley.campaign.Example;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.study.DataCheck.Suspect;
import io.parley.intent.training.GiftCards;
import io.parley.modelservice.family.Study;
import io.parley.modelservice.family.StudyData;
import io.parley.modelservice.family.StudyOrder;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextStateStudiesTest {

    private static final String HEADER = "session,text,label,state\n";

    private final Map<String, Study> studies = NextStateStudies.of(GiftCards.settings());

    @Test
    void givenARowWithTheWrongLabel_whenTheDataIsChecked_thenItLeadsTheSuspects() {
        List<Example> rows = new ArrayList<>(GiftCards.READING.examples());
        rows.add(Examples.row(999, "greeting", "no thank you, I do not want anything", "ask-design"));
        StudyData data = new StudyData(Examples.CAMPAIGN, "rows.csv", rows, List.of(), GiftCards.READING.heldOut());

        DataCheck check = (DataCheck) run("data-check", data, Examples.PLAIN);

        assertThat(check.rows()).isEqualTo(rows.size());
        assertThat(check.leakage().heldOutRows()).isEqualTo(18);
        assertThat(check.mislabelled().skipped()).isNull();
        assertThat(check.mislabelled().suspects().first())
                .first()
                .returns(999, Suspect::row)
                .returns("cancelled", Suspect::suggested);
    }

    @Test
    void givenBadRows_whenTheDataIsChecked_thenTheyAreToldAndTheOthersAreLookedAt() {
        StudyData data = Examples.table(HEADER + "s1,hello,completed,ask-design\ns2,yes,ask-design,greeting\n");

        DataCheck check = (DataCheck) run("data-check", data, Examples.PLAIN);

        assertThat(check.rows()).isEqualTo(1);
        assertThat(check.refused().first()).singleElement().asString().contains("rows.csv:2", "completed");
        assertThat(check.mislabelled().skipped()).contains("1 row, too few for 5 folds");
        assertThat(check.leakage().heldOutRows()).isZero();
    }

    @Test
    void givenTheCampaignsRows_whenCrossValidated_thenEveryRowIsAskedOnceAndTwiceTheSame() {
        List<Step> steps = new ArrayList<>();
        StudyOrder order = new StudyOrder(3, null, 7);

        CrossValidation result = (CrossValidation)
                study("cross-validation").prepare(Examples.own(), order).run(steps::add);

        int rows = GiftCards.READING.examples().size();
        assertThat(result.rows()).isEqualTo(rows);
        assertThat(result.folds()).hasSize(3);
        assertThat(result.folds().stream()
                        .mapToInt(CrossValidation.OfFold::rows)
                        .sum())
                .isEqualTo(rows);
        assertThat(result.pooled().accuracy()).isBetween(0.5, 1.0);
        assertThat(result.accuracy().mean()).isBetween(0.5, 1.0);
        assertThat(result.confusionMatrix().counts().stream()
                        .flatMap(List::stream)
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(rows);
        assertThat(steps).anyMatch(step -> step.phase().equals("fold 3 of 3, training") && step.epoch() > 0);
        assertThat(run("cross-validation", Examples.own(), order)).isEqualTo(result);
    }

    @Test
    void givenHeldOutRows_whenTheCurveIsDrawn_thenEveryShareIsScoredOnThem() {
        LearningCurve curve =
                (LearningCurve) run("learning-curve", Examples.own(), new StudyOrder(null, List.of(1.0, 0.1), 42));

        assertThat(curve.scoredOn()).isEqualTo("held-out.csv");
        assertThat(curve.scoredRows()).isEqualTo(18);
        assertThat(curve.points()).extracting(LearningCurve.Point::fraction).containsExactly(0.1, 1.0);
        assertThat(curve.points()).extracting(LearningCurve.Point::rows).containsExactly(22, 223);
        assertThat(curve.points().getLast().accuracy())
                .isGreaterThan(curve.points().getFirst().accuracy());
    }

    @Test
    void givenNothingHeldOut_whenTheCurveIsDrawn_thenAFoldIsKept() {
        StudyData data =
                new StudyData(Examples.CAMPAIGN, "rows.csv", GiftCards.READING.examples(), List.of(), List.of());

        LearningCurve curve = (LearningCurve) run("learning-curve", data, new StudyOrder(4, List.of(0.5), 42));

        assertThat(curve.scoredOn()).isEqualTo("a kept fold");
        assertThat(curve.scoredRows()).isBetween(40, 70);
        assertThat(curve.points().getFirst().rows()).isBetween(75, 95);
    }

    @ParameterizedTest
    @CsvSource({"1", "0", "-3", "21"})
    void givenANumberOfFoldsThatMakesNoSense_whenAskedFor_thenTheProblemSaysWhatDoes(int folds) {
        for (String kind : studies.keySet()) {
            refused(kind, Examples.own(), new StudyOrder(folds, null, 1), Fault.REQUEST_INVALID, "2 to 20");
        }
    }

    @Test
    void givenMoreFoldsThanRows_whenAskedFor_thenTheProblemSaysHowManyRowsThereAre() {
        StudyData two = Examples.table(HEADER + "s1,no,cancelled,greeting\ns2,yes,ask-design,greeting\n");

        refused("cross-validation", two, new StudyOrder(3, null, 1), Fault.REQUEST_INVALID, "2 rows, too few for 3");
        refused("data-check", two, new StudyOrder(3, null, 1), Fault.REQUEST_INVALID, "2 rows, too few for 3");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void givenAFractionThatIsNoShare_whenAskedFor_thenTheProblemSaysWhatIs(double fraction) {
        StudyOrder order = new StudyOrder(null, List.of(0.5, fraction), 1);

        refused("learning-curve", Examples.own(), order, Fault.REQUEST_INVALID, "above 0 and up to 1");
    }

    @Test
    void givenNoFractions_whenAskedFor_thenTheProblemSaysSo() {
        refused(
                "learning-curve",
                Examples.own(),
                new StudyOrder(null, List.of(), 1),
                Fault.REQUEST_INVALID,
                "0 fractions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b\n1,2\n", "session,text,label\n"})
    void givenATableWithoutRows_whenStudied_thenEveryStudyRefusesIt(String csv) {
        for (String kind : studies.keySet()) {
            refused(kind, Examples.table(csv), Examples.PLAIN, Fault.TRAINING_DATA_INVALID, "rows.csv has");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-validation", "learning-curve"})
    void givenOneLabelOnly_whenLearntFrom_thenTheProblemSaysThatItTakesTwo(String kind) {
        StudyData data = Examples.table(HEADER + "s1,yes,ask-design,greeting\ns2,sure,ask-design,greeting\n");

        refused(kind, data, Examples.PLAIN, Fault.TRAINING_DATA_INVALID, "2 rows of 1 labels");
    }

    private Study study(String kind) {
        return Objects.requireNonNull(studies.get(kind), kind);
    }

    private Object run(String kind, StudyData data, StudyOrder order) {
        return study(kind).prepare(data, order).run(ProgressListener.SILENT);
    }

    private void refused(String kind, StudyData data, StudyOrder order, Fault fault, String why) {
        assertThatExceptionOfType(FaultException.class)
                .as(kind)
                .isThrownBy(() -> study(kind).prepare(data, order))
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
    }
}
