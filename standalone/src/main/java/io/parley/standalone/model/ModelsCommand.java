package io.parley.standalone.model;

import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.client.VersionView;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The versions of a running Parley's models. */
@Command(
        name = "models",
        description = "Lists the versions of a running Parley's models, and says which of them is used for what.",
        footer = {"", "Exit codes: 0 done, 1 that could not be done, 2 the command was not understood."},
        mixinStandardHelpOptions = true)
public final class ModelsCommand {

    /** The figures that tell most of either model. */
    private static final List<String> HELD_OUT =
            List.of("heldOutAccuracy", "heldOutMacroF1", "heldOutTop1", "heldOutFalseAnswers");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", description = "Lists the versions.", mixinStandardHelpOptions = true)
    int list(@Mixin ModelOptions model, @Mixin JsonOutput json) {
        List<VersionView> versions = model.gateway().models().versions(model.kind(), model.campaign());
        versions.forEach(version -> say("%-5s %-10s %s, from %s, seed %d%s"
                .formatted(
                        version.version(),
                        Optional.ofNullable(version.role()).orElse(""),
                        version.createdAt(),
                        version.source(),
                        version.seed(),
                        heldOut(version))));
        if (versions.isEmpty()) {
            say("There is no version yet; parley train makes one");
        }
        json.write(versions);
        return 0;
    }

    @Command(name = "activate", description = "Makes a version answer.", mixinStandardHelpOptions = true)
    int activate(
            @Mixin ModelOptions model,
            @Option(names = "--insist", description = "Although its trial on conversations that were had ended badly.")
                    boolean insist,
            @Parameters(index = "2", paramLabel = "VERSION") String version) {
        VersionView champion = model.gateway().models().activate(model.kind(), model.campaign(), version, insist);
        say(champion.version() + " answers now");
        return 0;
    }

    @Command(
            name = "rollback",
            description = "Makes the former champion answer again.",
            mixinStandardHelpOptions = true)
    int rollback(@Mixin ModelOptions model) {
        VersionView champion = model.gateway().models().rollBack(model.kind(), model.campaign());
        say(champion.version() + " answers again");
        return 0;
    }

    @Command(
            name = "challenge",
            description =
                    "Has a version compared with the champion in what customers say; without a version, ends that.",
            mixinStandardHelpOptions = true)
    int challenge(
            @Mixin ModelOptions model,
            @Parameters(index = "2", arity = "0..1", paramLabel = "VERSION") Optional<String> version) {
        model.gateway().models().challenge(model.kind(), model.campaign(), version.orElse(null));
        say(version.map(name -> name + " is compared with the champion now").orElse("Nothing is compared any more"));
        return 0;
    }

    @Command(
            name = "delete",
            description = "Deletes versions that are neither champion nor challenger.",
            mixinStandardHelpOptions = true)
    int delete(
            @Mixin ModelOptions model,
            @Parameters(index = "2..*", arity = "1..*", paramLabel = "VERSION") List<String> versions) {
        for (String version : versions) {
            model.gateway().models().delete(model.kind(), model.campaign(), version);
            say(version + " is deleted");
        }
        return 0;
    }

    /** What the version's training measured on rows held out: {@code , heldOutAccuracy 0.9312}. */
    private static String heldOut(VersionView version) {
        return HELD_OUT.stream()
                .filter(version.metrics()::containsKey)
                .map(name -> ", %s %.4f".formatted(name, version.metrics().get(name)))
                .collect(Collectors.joining());
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
