package io.parley.neural.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrainingJobsTest {

    private final JobQueue queue = new JobQueue("test", Clock.systemUTC());
    private final TrainingJobs jobs = new TrainingJobs(queue);
    private final StudyJobs studies = new StudyJobs(queue);

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void givenATraining_whenItEnds_thenItsFollowersSawEveryStep() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        TrainingJob job = jobs.submit("gift-card", TrainingJobs.NORMAL, progress -> {
            await(go);
            progress.reached(new Step("training", 0.25, 1, 4, 0.5, 0.9));
            return "v1";
        });
        List<TrainingJob> seen = new CopyOnWriteArrayList<>();
        jobs.follow("gift-card", job.id(), seen::add);
        go.countDown();

        TrainingJob ended = ended(job);

        assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(ended.version()).isEqualTo("v1");
        assertThat(seen.getLast()).isEqualTo(ended);
        assertThat(seen).anySatisfy(step -> {
            assertThat(step.progress().epoch()).isEqualTo(1);
            assertThat(step.progress().heldOutAccuracy()).isEqualTo(0.9);
        });
    }

    @Test
    void givenABusyWorker_whenAnUrgentJobComes_thenItOvertakesTheNormalOnes() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();
        jobs.submit("first", TrainingJobs.NORMAL, progress -> {
            await(go);
            return "v1";
        });
        jobs.submit("second", TrainingJobs.NORMAL, progress -> note(order, "second"));
        TrainingJob last = jobs.submit("third", TrainingJobs.NORMAL, progress -> note(order, "third"));
        jobs.submit("urgent", TrainingJobs.URGENT, progress -> note(order, "urgent"));
        go.countDown();

        ended(last);

        assertThat(order).containsExactly("urgent", "second", "third");
    }

    @Test
    void givenARunningJob_whenCancelled_thenItStopsAtItsNextReport() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        TrainingJob job = jobs.submit("gift-card", TrainingJobs.NORMAL, progress -> {
            started.countDown();
            for (int epoch = 0; epoch < 10_000; epoch++) {
                progress.reached(new Step("training", epoch / 10_000.0, epoch, 10_000, 0, 0));
                sleep();
            }
            return "v1";
        });
        await(started);

        jobs.cancel("gift-card", job.id());

        assertThat(ended(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(ended(job).version()).isNull();
    }

    @Test
    void givenAQueuedJob_whenCancelled_thenItNeverRuns() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        List<String> ran = new CopyOnWriteArrayList<>();
        TrainingJob first = jobs.submit("first", TrainingJobs.NORMAL, progress -> {
            await(go);
            return "v1";
        });
        TrainingJob second = jobs.submit("second", TrainingJobs.NORMAL, progress -> note(ran, "second"));

        TrainingJob cancelled = jobs.cancel("second", second.id());
        go.countDown();
        ended(first);

        assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
        assertThat(ran).isEmpty();
    }

    @Test
    void givenATrainingThatFails_whenTheNextComes_thenItRuns() throws InterruptedException {
        TrainingJob bad = jobs.submit("bad", TrainingJobs.NORMAL, progress -> {
            throw new FaultException(Fault.TRAINING_DATA_INVALID, "two rows are wrong", List.of("row 2", "row 3"));
        });
        TrainingJob worse = jobs.submit("worse", TrainingJobs.NORMAL, progress -> {
            throw new IllegalStateException("boom");
        });
        TrainingJob good = jobs.submit("good", TrainingJobs.NORMAL, progress -> "v1");

        assertThat(ended(good).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(ended(bad).failure()).isEqualTo("training-data-invalid");
        assertThat(ended(bad).problems()).containsExactly("row 2", "row 3");
        assertThat(ended(worse).failure()).isEqualTo("unexpected");
        assertThat(ended(worse).detail()).doesNotContain("boom");
    }

    @Test
    void givenAFollowerThatFails_whenTheTrainingGoesOn_thenItSucceedsAllTheSame() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        TrainingJob job = jobs.submit("gift-card", TrainingJobs.NORMAL, progress -> {
            await(go);
            return "v1";
        });
        jobs.follow("gift-card", job.id(), step -> {
            throw new IllegalStateException("the browser went away");
        });
        go.countDown();

        assertThat(ended(job).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void givenAnotherCampaignsJob_whenAskedFor_thenItIsNotFound() throws InterruptedException {
        TrainingJob job = jobs.submit("gift-card", TrainingJobs.NORMAL, progress -> "v1");
        ended(job);

        assertThatThrownBy(() -> jobs.get("space-trip", job.id()))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TRAINING_JOB_NOT_FOUND))
                .hasMessageContaining(job.id());
        assertThat(jobs.of("space-trip")).isEmpty();
        assertThat(jobs.of("gift-card")).hasSize(1);
    }

    @Test
    void givenAStudyBehindATraining_whenBothEnd_thenItHasItsResultAndStandsInNoListOfTrainings()
            throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        TrainingJob training = jobs.submit("gift-card", TrainingJobs.NORMAL, progress -> {
            await(go);
            return "v1";
        });
        StudyJob study = studies.submit("gift-card", "counting", progress -> new Count(7));
        CountDownLatch done = new CountDownLatch(1);
        studies.follow("gift-card", study.id(), step -> {
            if (step.state().isFinal()) {
                done.countDown();
            }
        });
        assertThat(studies.get("gift-card", study.id()).state()).isEqualTo(JobState.QUEUED);
        go.countDown();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(studies.get("gift-card", study.id()))
                .returns(JobState.SUCCEEDED, StudyJob::state)
                .returns("counting", StudyJob::kind)
                .returns(new Count(7), StudyJob::result);
        assertThat(studies.listed("gift-card")).singleElement().returns(null, StudyJob::result);
        assertThat(jobs.of("gift-card")).extracting(TrainingJob::id).containsExactly(training.id());
        assertThatThrownBy(() -> studies.get("gift-card", training.id()))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.STUDY_NOT_FOUND))
                .hasMessageContaining("no study '" + training.id());
    }

    @Test
    void givenOpenJobs_whenTheQueueIsClosed_thenAllAreCancelledAndSoIsWhatComesLater() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        TrainingJob running = jobs.submit("gift-card", TrainingJobs.NORMAL, progress -> {
            started.countDown();
            while (true) {
                progress.reached("waiting", 0);
            }
        });
        StudyJob waiting = studies.submit("gift-card", "counting", progress -> new Count(7));
        await(started);

        queue.close();

        assertThat(ended(running).state()).isEqualTo(JobState.CANCELLED);
        assertThat(studies.get("gift-card", waiting.id()).state()).isEqualTo(JobState.CANCELLED);
        StudyJob late = studies.submit("gift-card", "counting", progress -> new Count(7));
        assertThat(studies.get("gift-card", late.id()).state()).isEqualTo(JobState.CANCELLED);
    }

    private record Count(int found) {}

    @Test
    void givenAJobAtWorkOnSeveralThreads_whenTheQueueIsClosed_thenItIsCancelledAndHasNotFailed()
            throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        TrainingJob job = jobs.submit("gift-card", TrainingJobs.NORMAL, progress -> {
            started.countDown();
            return TrainingThreads.map(List.of("v1"), version -> {
                        await(new CountDownLatch(1));
                        return version;
                    })
                    .getFirst();
        });
        await(started);

        queue.close();

        assertThat(jobs.get("gift-card", job.id()).state()).isEqualTo(JobState.CANCELLED);
    }

    private TrainingJob ended(TrainingJob job) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        jobs.follow(job.campaign(), job.id(), step -> {
            if (step.state().isFinal()) {
                done.countDown();
            }
        });
        assertThat(done.await(10, TimeUnit.SECONDS)).as("the job ends").isTrue();
        return jobs.get(job.campaign(), job.id());
    }

    private static String note(List<String> list, String what) {
        list.add(what);
        return "v1";
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
