package io.parley.standalone.model;

import io.parley.neural.jobs.JobState;
import io.parley.neural.jobs.TrainingJob;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.JsonOutput;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has a running Parley train a new version of a model. */
@Command(
        name = "train",
        description =
                "Has a running Parley train a new version of a model, and waits for it. If the command is interrupted, the "
                        + "training goes on.",
        footer = {
            "",
            "Exit codes: 0 trained, or cancelled as asked; 1 the training failed or was cancelled; 2 the command was not",
            "understood."
        },
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {

    /** How right a version is on the campaign's held-out rows, as either kind of model calls it. */
    private static final List<String> HELD_OUT = List.of("heldOutAccuracy", "heldOutTop1");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(
            names = "--file",
            paramLabel = "F",
            description = "What to learn from; the campaign's own files if not given.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--campaign-version",
            paramLabel = "N",
            description = "Learn that kept version of the campaign; what is on sale if not given.")
    private Optional<Integer> campaignVersion = Optional.empty();

    @Option(names = "--activate", description = "Let the new version answer as soon as it is there.")
    private boolean activate;

    @Option(names = "--cancel", paramLabel = "JOB", description = "Instead: cancel a training that has not ended.")
    private Optional<String> cancelled = Optional.empty();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() throws InterruptedException {
        file.filter(path -> !Files.isReadable(path)).ifPresent(path -> {
            throw new ParameterException(spec.commandLine(), "There is no file " + path);
        });
        if (file.isPresent() && campaignVersion.isPresent()) {
            throw new ParameterException(spec.commandLine(), "Give a file or a version of the campaign, not both");
        }
        GatewayClient gateway = model.gateway();
        PrintWriter out = spec.commandLine().getOut();
        if (cancelled.isPresent()) {
            TrainingJob job = gateway.cancelTraining(model.kind(), model.campaign(), cancelled.get());
            return JobEnding.tellCancelled("training", job, out);
        }
        TrainingJob submitted = campaignVersion.isPresent()
                ? gateway.train(model.kind(), model.campaign(), campaignVersion.get(), activate)
                : gateway.train(model.kind(), model.campaign(), file, activate);
        String cancel = "parley train " + model.kind() + " " + model.campaign() + " --cancel " + submitted.id();
        TrainingJob job = new JobWatch("training", cancel)
                .untilItEnds(submitted, it -> gateway.trainingJob(model.kind(), model.campaign(), it.id()));
        if (job.state() == JobState.SUCCEEDED) {
            out.println("Version %s of the %s of %s%s%s"
                    .formatted(
                            job.version(),
                            model.kind().label(),
                            model.campaign(),
                            howRight(gateway, job),
                            activate ? "; it answers now" : ""));
            out.flush();
        } else {
            JobEnding.tellUnfinished("training", job, out);
        }
        json.write(job);
        return job.state() == JobState.SUCCEEDED ? 0 : 1;
    }

    /** Measured on the campaign's own held-out rows, or where it has none on those that the training kept apart. */
    private String howRight(GatewayClient gateway, TrainingJob job) {
        Optional<Double> heldOut = gateway.models().versions(model.kind(), model.campaign()).stream()
                .filter(version -> version.version().equals(job.version()))
                .flatMap(version -> HELD_OUT.stream()
                        .flatMap(name -> Stream.ofNullable(version.metrics().get(name))))
                .findFirst();
        double kept = job.progress().heldOutAccuracy();
        return heldOut.map(right -> ", right on %.1f %% of the held-out rows".formatted(100 * right))
                .orElseGet(() ->
                        kept == 0 ? "" : ", right on %.1f %% of the rows kept from training".formatted(100 * kept));
    }
}
