package io.parley.modelservice.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.campaigns.CampaignsProperties;
import io.parley.modelservice.family.TrainingPlan;
import io.parley.modelservice.parrot.Aviary;
import io.parley.modelservice.parrot.Parrot;
import io.parley.modelservice.serving.ModelsInUse;
import io.parley.neural.jobs.JobQueue;
import io.parley.neural.jobs.JobState;
import io.parley.neural.jobs.TrainingJob;
import io.parley.neural.jobs.TrainingJobs;
import io.parley.neural.registry.DataSource;
import io.parley.neural.registry.ModelVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainingTest {

    private static final String CAMPAIGN = "gift-card";
    private static final byte[] TABLE = "session,text,label\ns1,hello,ask-design\n".getBytes(StandardCharsets.UTF_8);

    private final Campaigns campaigns = new Campaigns(
            new CampaignsProperties(Path.of("../campaign/src/test/resources"), Path.of("target/no-versions"), null));
    private final Campaign campaign = campaigns.campaign(CAMPAIGN);
    private final JobQueue queue = new JobQueue("test", Clock.systemUTC());
    private final TrainingJobs jobs = new TrainingJobs(queue);
    private final Aviary aviary;
    private ModelsInUse<Parrot> models;

    ModelTrainingTest(@TempDir Path folder) {
        aviary = new Aviary(folder);
        models = freshModels();
    }

    @AfterEach
    void end() {
        queue.close();
    }

    @Test
    void givenACampaignWithoutAModel_whenBroughtUpToDate_thenOneIsLearntAndAnswers() {
        start(training(true), CAMPAIGN);
        awaitAll();

        ModelVersion version = models.champion(CAMPAIGN).orElseThrow().version();
        assertThat(version.version()).isEqualTo("v1");
        assertThat(version.seed()).isEqualTo(42);
        assertThat(version.source()).isEqualTo(DataSource.CAMPAIGN);
        assertThat(version.settings()).containsEntry("species", "grey");
        assertThat(version.metrics()).containsKey("texts");
    }

    @Test
    void givenAModelOfThePresentData_whenBroughtUpToDate_thenNothingIsTrained() {
        start(training(true), CAMPAIGN);
        awaitAll();

        models = freshModels();
        start(training(true), CAMPAIGN);

        assertThat(jobs.all()).hasSize(1);
        assertThat(models.versions()).containsEntry(CAMPAIGN, "v1");
    }

    @Test
    void givenAModelOfOtherSettings_whenBroughtUpToDate_thenANewOneTakesOver() {
        start(training(true), CAMPAIGN);
        awaitAll();

        aviary.family().species("cockatoo");
        start(training(true), CAMPAIGN);
        awaitAll();

        assertThat(models.versions()).containsEntry(CAMPAIGN, "v2");
    }

    @Test
    void givenAnUploadedChampion_whenBroughtUpToDate_thenItStays() {
        training(true).train(campaign, "rows.csv", TABLE, 7, false);
        awaitAll();

        start(training(true), CAMPAIGN);

        assertThat(jobs.all()).hasSize(1);
        ModelVersion version = models.champion(CAMPAIGN).orElseThrow().version();
        assertThat(version.seed()).isEqualTo(7);
        assertThat(version.source()).isEqualTo(DataSource.UPLOAD);
    }

    @Test
    void givenAPlanThatDoesNotTrainAtStart_whenBroughtUpToDate_thenModelsAreOnlyLoaded() {
        aviary.registry().activate(CAMPAIGN, aviary.publish(CAMPAIGN, Parrot.taught("hello", "greeting")));

        start(training(false), CAMPAIGN);

        assertThat(jobs.all()).isEmpty();
        assertThat(models.versions()).containsEntry(CAMPAIGN, "v1");
    }

    @Test
    void givenACampaignThatCannotBeRead_whenBroughtUpToDate_thenTheStartGoesOn() {
        start(training(true), "no-such");
        start(training(true), "not an id");

        assertThat(jobs.all()).isEmpty();
    }

    @Test
    void givenAChampion_whenAnotherIsTrained_thenItAnswersOnlyIfToldTo() {
        ModelTraining<Parrot, Example> training = training(true);
        training.train(CAMPAIGN, OptionalInt.empty(), 1, false);
        awaitAll();
        training.train(CAMPAIGN, OptionalInt.empty(), 2, false);
        awaitAll();
        assertThat(models.versions()).containsEntry(CAMPAIGN, "v1");

        training.train(CAMPAIGN, OptionalInt.empty(), 3, true);
        awaitAll();
        assertThat(models.versions()).containsEntry(CAMPAIGN, "v3");
    }

    @Test
    void givenAnotherInstanceThatTrains_whenBroughtUpToDate_thenItsVersionIsWaitedForAndNothingIsTrainedTwice() {
        JobQueue elsewhere = new JobQueue("elsewhere", Clock.systemUTC());
        ModelsInUse<Parrot> theirs = freshModels();
        aviary.family().slow(true);
        assertThat(training(theirs, new TrainingJobs(elsewhere)).trainIfOutdated(CAMPAIGN, TrainingJobs.URGENT))
                .isTrue();
        CampaignsOfOthers others = new CampaignsOfOthers(Aviary.PROPERTIES);

        others.settle(() -> training(true).trainIfOutdated(CAMPAIGN, TrainingJobs.URGENT));
        assertThat(training(true).trainIfOutdated(CAMPAIGN, TrainingJobs.URGENT))
                .as("while the other one trains")
                .isFalse();
        aviary.family().slow(false);

        await().untilAsserted(() -> assertThat(models.versions()).containsEntry(CAMPAIGN, "v1"));
        assertThat(theirs.versions()).containsEntry(CAMPAIGN, "v1");
        assertThat(jobs.all()).isEmpty();
        assertThat(aviary.registry().versions(CAMPAIGN)).hasSize(1);
        others.close();
        elsewhere.close();
    }

    @Test
    void givenAnotherInstanceThatEndsOverIt_whenWaitedFor_thenThisOneTrains() {
        JobQueue elsewhere = new JobQueue("elsewhere", Clock.systemUTC());
        aviary.family().slow(true);
        training(freshModels(), new TrainingJobs(elsewhere)).trainIfOutdated(CAMPAIGN, TrainingJobs.URGENT);
        CampaignsOfOthers others = new CampaignsOfOthers(Aviary.PROPERTIES);
        others.settle(() -> training(true).trainIfOutdated(CAMPAIGN, TrainingJobs.URGENT));

        elsewhere.close();
        aviary.family().slow(false);

        await().untilAsserted(() -> assertThat(models.versions()).containsEntry(CAMPAIGN, "v1"));
        assertThat(jobs.all()).hasSize(1);
        others.close();
    }

    @Test
    void givenAChampion_whenATrainingIsInterrupted_thenItGoesOnAnsweringAndNoVersionIsLeftBehind() {
        start(training(true), CAMPAIGN);
        awaitAll();
        aviary.family().slow(true);
        TrainingJob interrupted = training(true).train(CAMPAIGN, OptionalInt.empty(), 7, true);

        queue.close();

        assertThat(jobs.get(CAMPAIGN, interrupted.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(models.versions()).containsEntry(CAMPAIGN, "v1");
        assertThat(aviary.registry().versions(CAMPAIGN)).hasSize(1);
        ModelsInUse<Parrot> afterAStart = freshModels();
        afterAStart.refresh(CAMPAIGN);
        assertThat(afterAStart.versions()).containsEntry(CAMPAIGN, "v1");
    }

    @Test
    void givenAModelThatCannotBeReadBack_whenTrained_thenItIsNotActivated() {
        start(training(true), CAMPAIGN);
        awaitAll();
        aviary.family().mute(true);

        TrainingJob job = training(true).train(CAMPAIGN, OptionalInt.empty(), 7, true);

        await().untilAsserted(
                        () -> assertThat(jobs.get(CAMPAIGN, job.id()).state()).isEqualTo(JobState.FAILED));
        assertThat(aviary.registry().aliases(CAMPAIGN).champion()).isEqualTo("v1");
        assertThat(models.versions()).containsEntry(CAMPAIGN, "v1");
    }

    @Test
    void givenABadRow_whenTrainedOn_thenNothingIsQueued() {
        byte[] bad = "session,text,label\ns1,hello,no-such\n".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> training(true).train(campaign, "rows.csv", bad, 7, false))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.TRAINING_DATA_INVALID));
        assertThat(jobs.all()).isEmpty();
    }

    private ModelTraining<Parrot, Example> training(boolean onStart) {
        return training(onStart, models, jobs);
    }

    /** Another instance of the service on the same folder. */
    private ModelTraining<Parrot, Example> training(ModelsInUse<Parrot> theirs, TrainingJobs elsewhere) {
        return training(true, theirs, elsewhere);
    }

    private ModelTraining<Parrot, Example> training(
            boolean onStart, ModelsInUse<Parrot> inUse, TrainingJobs trainings) {
        return new ModelTraining<>(
                aviary.family(),
                campaigns,
                aviary.registry(),
                inUse,
                trainings,
                new TrainingPlan(onStart, null, 42),
                Clock.systemUTC());
    }

    private ModelsInUse<Parrot> freshModels() {
        return new ModelsInUse<>(aviary.registry(), aviary.family(), new SimpleMeterRegistry());
    }

    private void awaitAll() {
        await().untilAsserted(() ->
                assertThat(jobs.all()).extracting(TrainingJob::state).containsOnly(JobState.SUCCEEDED));
    }

    private static void start(ModelTraining<?, ?> training, String campaign) {
        training.load(campaign);
        training.trainIfOutdated(campaign, TrainingJobs.URGENT);
    }
}
