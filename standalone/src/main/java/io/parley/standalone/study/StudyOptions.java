package io.parley.standalone.study;

import io.parley.neural.jobs.JobState;
import io.parley.neural.jobs.StudyJob;
import io.parley.standalone.client.GatewayOptions;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.client.ModelsClient;
import io.parley.standalone.client.StudyWish;
import io.parley.standalone.model.JobEnding;
import io.parley.standalone.model.JobWatch;
import io.parley.standalone.stack.DataOptions;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** What every study is told, and how it is waited for. */
final class StudyOptions {

    static final String EXIT_CODES =
            "Exit codes: 0 studied, or cancelled as asked; 1 the study failed or was cancelled;"
                    + " 2 the command was not understood.";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CAMPAIGN", description = "The campaign's id.")
    private String campaign = "";

    @Option(names = "--file", paramLabel = "F", description = "What to study; the campaign's own rows if not given.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides everything random; the model service's own if not given.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--cancel", paramLabel = "STUDY", description = "Instead: cancel a study that has not ended.")
    private Optional<String> cancelled = Optional.empty();

    @Mixin
    private GatewayOptions options = new GatewayOptions();

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private JsonOutput json = new JsonOutput();

    /**
     * Asks for a study, waits for it and tells how it ended.
     *
     * @param kind the command's name too
     * @param shape of what it finds out
     * @param print tells that to a person
     * @return the command's exit code
     */
    <T> int run(
            String kind,
            Optional<Integer> folds,
            List<Double> fractions,
            Class<T> shape,
            BiConsumer<T, PrintWriter> print)
            throws InterruptedException {
        file.filter(path -> !Files.isReadable(path)).ifPresent(path -> {
            throw new ParameterException(spec.commandLine(), "There is no file " + path);
        });
        ModelsClient models = options.client(data.operatorPasswordFile()).models();
        PrintWriter out = spec.commandLine().getOut();
        if (cancelled.isPresent()) {
            return JobEnding.tellCancelled("study", models.cancelStudy(campaign, cancelled.get()), out);
        }
        StudyJob submitted = models.study(campaign, new StudyWish(kind, file, folds, fractions, seed));
        StudyJob job = new JobWatch("study", "parley study " + kind + " " + campaign + " --cancel " + submitted.id())
                .untilItEnds(submitted, it -> models.study(campaign, it.id()));
        if (job.state() == JobState.SUCCEEDED) {
            print.accept(JsonMapper.shared().convertValue(job.result(), shape), out);
            out.flush();
        } else {
            JobEnding.tellUnfinished("study", job, out);
        }
        json.write(job);
        return job.state() == JobState.SUCCEEDED ? 0 : 1;
    }
}
