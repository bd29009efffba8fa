package io.parley.intent.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.model.Contribution;
import io.parley.contracts.model.ScoredState;
import io.parley.intent.evaluation.Evaluation;
import io.parley.intent.evaluation.NextStateEvaluation;
import io.parley.intent.features.Situation;
import io.parley.intent.network.ModelFiles;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.network.Prediction;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.TrainingCancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextStateTrainerTest {

    private static NextStateModel model;

    @BeforeAll
    static void trainOnce() {
        model = train(11);
    }

    @Test
    void givenTheSameWordInTwoStates_whenPredicted_thenItLeadsTwoWays() {
        assertThat(best("greeting", "yes")).isEqualTo("ask-design");
        assertThat(best("confirm-order", "yes")).isEqualTo("completed");
        assertThat(best("confirm-order", "no")).isEqualTo("cancelled");
        assertThat(best("offer-ribbon", "no")).isEqualTo("confirm-order");
    }

    @Test
    void givenNoMask_whenPredicted_thenTheStateAloneTellsTheTwoApart() {
        Situation greeting = GiftCards.saying("greeting", "yes");
        Situation confirming = GiftCards.saying("confirm-order", "yes");

        assertThat(model.predict(greeting, List.of()).best().state()).isEqualTo("ask-design");
        assertThat(model.predict(confirming, List.of()).best().state()).isEqualTo("completed");
    }

    @Test
    void givenUnseenWordings_whenEvaluated_thenMostAreRightAndTheStateIsWorthIt() {
        Evaluation evaluation = NextStateEvaluation.of(
                model, CampaignTrainingSet.labelled(GiftCards.CAMPAIGN, GiftCards.READING.heldOut()));

        assertThat(evaluation.figures().rows()).isEqualTo(18);
        assertThat(evaluation.figures().accuracy()).isGreaterThan(0.75);
        assertThat(evaluation.stateShuffledAccuracy())
                .isLessThan(evaluation.figures().accuracy() - 0.05);
    }

    @Test
    void givenAnAllowedSet_whenPredicted_thenItIsRankedWholeAndSumsToOne() {
        Prediction prediction = model.predict(GiftCards.saying("ask-design", "the rocket please"));

        assertThat(prediction.ranking())
                .extracting(ScoredState::state)
                .containsExactlyInAnyOrderElementsOf(
                        GiftCards.saying("ask-design", "").allowed());
        assertThat(prediction.ranking().stream()
                        .mapToDouble(ScoredState::probability)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void givenAnAllowedStateNobodyTrained_whenPredicted_thenItIsRankedLast() {
        Situation known = GiftCards.saying("ask-design", "flowers");
        List<String> allowed = new ArrayList<>(known.allowed());
        allowed.add("brand-new");

        Prediction prediction = model.predict(known.in("ask-design", allowed));

        assertThat(prediction.ranking().getLast()).isEqualTo(new ScoredState("brand-new", 0));
    }

    @Test
    void givenGibberish_whenScored_thenItLiesFartherOutThanWhatWasLearnt() {
        double known =
                model.predict(GiftCards.saying("ask-design", "flowers please")).outOfScope();
        double strange = model.predict(GiftCards.saying("ask-design", "zxcv qwpo mitochondria lemma fjord"))
                .outOfScope();

        assertThat(strange).isGreaterThan(known + 0.2);
    }

    @Test
    void givenAPrediction_whenExplained_thenItsWordsAndItsStateAreAmongTheReasons() {
        List<Contribution> because =
                model.explain(GiftCards.saying("confirm-order", "yes"), 50).because();

        assertThat(because)
                .extracting(Contribution::feature)
                .contains(
                        "word 'yes'", "state confirm-order × 'yes'", "meaning of the sentence", "state confirm-order");
        assertThat(because).isSortedAccordingTo((a, b) -> Double.compare(Math.abs(b.weight()), Math.abs(a.weight())));
    }

    @Test
    void givenManyThreads_whenTheyPredictAtOnce_thenEachGetsWhatItWouldGetAlone() throws Exception {
        Situation situation = GiftCards.saying("ask-quantity", "make it five");
        Prediction alone = model.predict(situation);
        Callable<Prediction> again = () -> model.predict(situation);

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (var together : threads.invokeAll(
                    IntStream.range(0, 64).mapToObj(i -> again).toList())) {
                assertThat(together.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void givenTheSameDataAndSeed_whenTrainedAgain_thenEveryByteIsTheSame(@TempDir Path folder) throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Path other = Files.createDirectory(folder.resolve("other"));
        ModelFiles.write(model, first);
        ModelFiles.write(train(11), second);
        ModelFiles.write(train(12), other);

        assertThat(second.resolve("network.bin")).hasSameBinaryContentAs(first.resolve("network.bin"));
        assertThat(second.resolve("network.json")).hasSameBinaryContentAs(first.resolve("network.json"));
        assertThat(Files.mismatch(other.resolve("network.bin"), first.resolve("network.bin")))
                .isNotNegative();
    }

    @Test
    void givenAStoredModel_whenReadAgain_thenItPredictsTheSame(@TempDir Path folder) throws IOException {
        ModelFiles.write(model, folder);

        NextStateModel restored = ModelFiles.read(folder);

        Situation situation = GiftCards.saying("offer-ribbon", "yep, with a ribbon");
        assertThat(restored.predict(situation)).isEqualTo(model.predict(situation));
        assertThat(restored.thresholds()).isEqualTo(model.thresholds());
    }

    @Test
    void givenACutFile_whenRead_thenTheFaultSaysTheModelIsCorrupt(@TempDir Path folder) throws IOException {
        ModelFiles.write(model, folder);
        byte[] bytes = Files.readAllBytes(folder.resolve("network.bin"));
        Files.write(folder.resolve("network.bin"), Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> ModelFiles.read(folder))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.MODEL_CORRUPT));
    }

    @Test
    void givenTooLittle_whenTrained_thenTheFaultSaysHowMuchIsNeeded() {
        TrainingSet data = GiftCards.data();
        TrainingSet little = new TrainingSet(
                data.states(), data.labels(), data.rows().subList(0, 3), data.flow(), data.anywhere(), data.lexicon());

        assertThatThrownBy(() -> new NextStateTrainer(GiftCards.settings()).train(little, 1, ProgressListener.SILENT))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TRAINING_DATA_INVALID))
                .hasMessageContaining("3 rows");
    }

    @Test
    void givenAListenerThatHasEnough_whenTrained_thenTheTrainingEnds() {
        ProgressListener cancelled = step -> {
            throw new TrainingCancelledException("job-1");
        };

        assertThatThrownBy(() -> new NextStateTrainer(GiftCards.settings()).train(GiftCards.data(), 1, cancelled))
                .isInstanceOf(TrainingCancelledException.class);
    }

    private static NextStateModel train(long seed) {
        return new NextStateTrainer(GiftCards.settings())
                .train(GiftCards.data(), seed, ProgressListener.SILENT)
                .model();
    }

    private static String best(String state, String text) {
        return model.predict(GiftCards.saying(state, text)).best().state();
    }
}
