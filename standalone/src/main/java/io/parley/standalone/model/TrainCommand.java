package io.parley.standalone.model;

import io.parley.neural.jobs.JobState;
import io.parley.neural.jobs.Progress;
import io.parley.neural.jobs.TrainingJob;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayOptions;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.client.ModelKind;
import io.parley.standalone.stack.DataOptions;
import io.parley.standalone.stack.ProgressBar;
import io.parley.standalone.stack.TrainingProgress;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a running Parley train a new version of a model. */
@Command(
        name = "train",
        description = "Has a running Parley train a new version of a model, and waits for it.",
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(500);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "MODEL", description = "next-state or answers.")
    private ModelKind kind = ModelKind.NEXT_STATE;

    @Parameters(index = "1", paramLabel = "CAMPAIGN", description = "The campaign's id.")
    private String campaign = "";

    @Option(
            names = "--file",
            paramLabel = "F",
            description = "What to learn from; the campaign's own folder if not given.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--activate", description = "Let the new version answer as soon as it is there.")
    private boolean activate;

    @Mixin
    private GatewayOptions options = new GatewayOptions();

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() throws InterruptedException {
        file.filter(path -> !Files.isReadable(path)).ifPresent(path -> {
            throw new ParameterException(spec.commandLine(), "There is no file " + path);
        });
        GatewayClient gateway = options.client(data.operatorPasswordFile());
        TrainingJob job = gateway.train(kind, campaign, file, activate);
        ProgressBar bar = ProgressBar.on(System.err);
        while (!job.state().isFinal()) {
            bar.show(new TrainingProgress(campaign, List.of(new TrainingProgress.Part(kind, job))));
            Thread.sleep(POLL);
            job = gateway.trainingJob(kind, campaign, job.id());
        }
        bar.done();
        print(job, spec.commandLine().getOut());
        json.write(job);
        return job.state() == JobState.SUCCEEDED ? 0 : 1;
    }

    private static String keptRows(Progress progress) {
        return progress.heldOutAccuracy() == 0
                ? ""
                : ", right on %.1f %% of the rows kept from training".formatted(100 * progress.heldOutAccuracy());
    }

    private void print(TrainingJob job, PrintWriter out) {
        switch (job.state()) {
            case SUCCEEDED ->
                out.println("Version %s of the %s of %s%s%s"
                        .formatted(
                                job.version(),
                                kind.label(),
                                campaign,
                                keptRows(job.progress()),
                                activate ? "; it answers now" : ""));
            case FAILED -> {
                out.println("The training failed: " + job.detail());
                job.problems().forEach(problem -> out.println("  " + problem));
            }
            case CANCELLED -> out.println("The training was cancelled");
            case QUEUED, RUNNING -> out.println("The training goes on");
        }
        out.flush();
    }
}
