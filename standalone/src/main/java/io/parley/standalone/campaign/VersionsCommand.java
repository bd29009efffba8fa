package io.parley.standalone.campaign;

import io.parley.campaign.version.CampaignFiles;
import io.parley.contracts.chat.ConversationTestReport;
import io.parley.contracts.version.CampaignVersionDetail;
import io.parley.contracts.version.CampaignVersionView;
import io.parley.contracts.version.CampaignVersionWish;
import io.parley.standalone.client.CampaignVersionsClient;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The versions of a running Parley's campaign. */
@Command(
        name = "versions",
        synopsisSubcommandLabel = "(list | send DIR | show N | get N DIR | test N | publish N | rollback)",
        description = "Sends versions of a running Parley's campaign, puts one on sale, and takes it back.",
        footer = {
            "",
            "Conversations under way finish on the version they began with. Where a version has new states, the next-state",
            "model must have learnt it before it is published: parley train next-state CAMPAIGN --campaign-version N",
            "--activate.",
            "Exit codes: 0 done, 1 that could not be done, 2 the command was not understood."
        },
        mixinStandardHelpOptions = true)
public final class VersionsCommand {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "The campaign's id.")
    private String campaign = "";

    @Command(
            name = "list",
            customSynopsis = "parley versions CAMPAIGN list [OPTIONS]",
            description = "Lists the versions, the latest first.",
            mixinStandardHelpOptions = true)
    int list(@Mixin RunningParley parley, @Mixin JsonOutput json) {
        List<CampaignVersionView> versions = client(parley).all();
        versions.forEach(version -> say(line(version)));
        json.write(versions);
        return 0;
    }

    @Command(
            name = "send",
            customSynopsis = "parley versions CAMPAIGN send DIR [OPTIONS]",
            description = "Sends a folder as a version; it is checked, and not on sale yet.",
            mixinStandardHelpOptions = true)
    int send(
            @Mixin RunningParley parley,
            @Mixin JsonOutput json,
            @Option(names = "--note", paramLabel = "TEXT", description = "What is to be said about it.")
                    Optional<String> note,
            @Parameters(index = "0", paramLabel = "DIR", description = "The folder, with flow.yaml in it.")
                    Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "There is no folder " + folder);
        }
        Map<String, @Nullable String> files = new TreeMap<>();
        CampaignFiles.in(folder)
                .content()
                .forEach((name, content) -> files.put(name, new String(content, StandardCharsets.UTF_8)));
        CampaignVersionDetail sent = client(parley).send(new CampaignVersionWish(null, note.orElse(null), files));
        tell(sent);
        json.write(sent);
        return 0;
    }

    @Command(
            name = "show",
            customSynopsis = "parley versions CAMPAIGN show N [OPTIONS]",
            description = "Shows a version with its warnings, proofs and coverage.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin RunningParley parley,
            @Mixin JsonOutput json,
            @Parameters(index = "0", paramLabel = "N", description = "The version's number.") int number) {
        CampaignVersionDetail version = client(parley).detail(number);
        tell(version);
        json.write(version);
        return 0;
    }

    @Command(
            name = "get",
            customSynopsis = "parley versions CAMPAIGN get N DIR [OPTIONS]",
            description = "Writes the files of a version into a folder, to edit them.",
            mixinStandardHelpOptions = true)
    int get(
            @Mixin RunningParley parley,
            @Parameters(index = "0", paramLabel = "N", description = "The version's number.") int number,
            @Parameters(index = "1", paramLabel = "DIR", description = "A folder that is not there yet.") Path folder) {
        if (Files.exists(folder)) {
            throw new ParameterException(spec.commandLine(), "There is a folder " + folder + " already");
        }
        CampaignVersionsClient client = client(parley);
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : client.detail(number).files()) {
            files.put(name, client.file(number, name).getBytes(StandardCharsets.UTF_8));
        }
        try {
            new CampaignFiles(files).write(folder);
        } catch (IOException e) {
            throw new StartFailure(folder + " cannot be written: " + e, "Give yourself the permission", e);
        }
        say("Version " + number + " is in " + folder);
        return 0;
    }

    @Command(
            name = "test",
            customSynopsis = "parley versions CAMPAIGN test N [OPTIONS]",
            description = "Plays a version's conversation tests with the models in use, before it is on sale.",
            mixinStandardHelpOptions = true)
    int test(
            @Mixin RunningParley parley,
            @Mixin JsonOutput json,
            @Parameters(index = "0", paramLabel = "N", description = "The version's number.") int number) {
        ConversationTestReport report = client(parley).test(number);
        Played.print(report, spec.commandLine().getOut());
        json.write(report);
        return report.failed() == 0 ? 0 : 1;
    }

    @Command(
            name = "publish",
            customSynopsis = "parley versions CAMPAIGN publish N [OPTIONS]",
            description = "Puts a version on sale for conversations that begin from now on.",
            mixinStandardHelpOptions = true)
    int publish(
            @Mixin RunningParley parley,
            @Option(names = "--insist", description = "Although its trial on conversations that were had ended badly.")
                    boolean insist,
            @Parameters(index = "0", paramLabel = "N", description = "The version's number.") int number) {
        say("Version " + client(parley).publish(number, insist).number() + " is on sale");
        return 0;
    }

    @Command(
            name = "rollback",
            customSynopsis = "parley versions CAMPAIGN rollback [OPTIONS]",
            description = "Puts on sale again what was before.",
            mixinStandardHelpOptions = true)
    int rollBack(@Mixin RunningParley parley) {
        say("Version " + client(parley).rollBack().number() + " is on sale again");
        return 0;
    }

    private CampaignVersionsClient client(RunningParley parley) {
        return parley.gateway().versions(campaign);
    }

    private void tell(CampaignVersionDetail detail) {
        say(line(detail.version()));
        detail.problems().forEach(problem -> say("    " + problem));
        long proved = detail.proofs().stream()
                .filter(proof -> proof.verdict().equals("proved"))
                .count();
        say("    %d of %d proofs hold".formatted(proved, detail.proofs().size()));
    }

    private static String line(CampaignVersionView version) {
        return "%4d  %-8s %-7s %s  sells %s%s%s"
                .formatted(
                        version.number(),
                        version.onSale() ? "on sale" : "",
                        version.origin(),
                        version.keptAt(),
                        version.version(),
                        version.base() == null ? "" : ", of " + version.base(),
                        version.note().isEmpty() ? "" : "  " + version.note());
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
