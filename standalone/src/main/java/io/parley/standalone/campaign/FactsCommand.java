package io.parley.standalone.campaign;

import io.parley.campaign.CampaignProblem;
import io.parley.campaign.Fact;
import io.parley.campaign.FactReader;
import io.parley.campaign.FactReading;
import io.parley.contracts.Fault;
import io.parley.contracts.fact.FactContent;
import io.parley.contracts.fact.FactVersion;
import io.parley.contracts.fact.FactView;
import io.parley.standalone.client.FactsClient;
import io.parley.standalone.client.GatewayProblem;
import io.parley.standalone.client.JsonOutput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The facts of a running Parley's campaign. */
@Command(
        name = "facts",
        synopsisSubcommandLabel = "(list | show ID | put FILE | delete ID | rollback ID --to VERSION)",
        description = "Shows and changes what customers of a running Parley are told; nothing is trained for it.",
        footer = {
            "",
            "The campaign's folder stays as it is: what is changed lies over it, in versions.",
            "Exit codes: 0 done, 1 that could not be done, 2 the command was not understood."
        },
        mixinStandardHelpOptions = true)
public final class FactsCommand {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "The campaign's id.")
    private String campaign = "";

    @Command(
            name = "list",
            customSynopsis = "parley facts CAMPAIGN list [OPTIONS]",
            description = "Lists the facts, deleted ones too.",
            mixinStandardHelpOptions = true)
    int list(@Mixin RunningParley parley, @Mixin JsonOutput json) {
        List<FactView> facts = client(parley).all();
        for (FactView fact : facts) {
            FactContent content = fact.current().fact();
            say("%-24s %-12s %s".formatted(fact.id(), name(fact.current()), content == null ? "" : content.answer()));
            fact.problems().forEach(problem -> say("    " + problem));
        }
        json.write(facts);
        return 0;
    }

    @Command(
            name = "show",
            customSynopsis = "parley facts CAMPAIGN show ID [OPTIONS]",
            description = "Shows a fact and what it was in earlier versions.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin RunningParley parley,
            @Mixin JsonOutput json,
            @Parameters(index = "0", paramLabel = "ID", description = "The fact's id.") String fact) {
        FactView view = client(parley).one(fact);
        tell(view.current());
        view.problems().forEach(problem -> say("    " + problem));
        Objects.requireNonNullElse(view.earlier(), List.<FactVersion>of()).forEach(this::tell);
        json.write(view);
        return 0;
    }

    @Command(
            name = "put",
            customSynopsis = "parley facts CAMPAIGN put FILE [OPTIONS]",
            description = "Writes facts, new ones or in place of those with the same id.",
            mixinStandardHelpOptions = true)
    int put(
            @Mixin RunningParley parley,
            @Mixin JsonOutput json,
            @Parameters(index = "0", paramLabel = "FILE", description = "One fact or a list of them, as in facts.yaml.")
                    Path file) {
        FactReading reading = FactReader.read(file);
        if (!reading.isValid()) {
            PrintWriter err = spec.commandLine().getErr();
            reading.problems().stream().map(CampaignProblem::toString).forEach(err::println);
            err.flush();
            return 1;
        }
        FactsClient client = client(parley);
        List<FactView> written = new ArrayList<>();
        for (Fact fact : reading.facts()) {
            try {
                FactView view = client.put(fact.content());
                written.add(view);
                say(fact.id() + " is at version " + view.current().version() + " and told now");
                view.problems().forEach(problem -> say("    " + problem));
            } catch (GatewayProblem e) {
                refused(fact, e);
            }
        }
        json.write(written);
        return written.size() == reading.facts().size() ? 0 : 1;
    }

    @Command(
            name = "delete",
            customSynopsis = "parley facts CAMPAIGN delete ID [OPTIONS]",
            description = "Deletes a fact: who asks for it hears that a person will tell.",
            mixinStandardHelpOptions = true)
    int delete(
            @Mixin RunningParley parley,
            @Mixin JsonOutput json,
            @Parameters(index = "0", paramLabel = "ID", description = "The fact's id.") String fact) {
        FactView view = client(parley).delete(fact);
        say(fact + " is deleted; go back with: rollback " + fact + " --to "
                + (view.current().version() - 1));
        json.write(view);
        return 0;
    }

    @Command(
            name = "rollback",
            customSynopsis = "parley facts CAMPAIGN rollback ID --to VERSION [OPTIONS]",
            description = "Makes a fact what it was before.",
            mixinStandardHelpOptions = true)
    int rollBack(
            @Mixin RunningParley parley,
            @Mixin JsonOutput json,
            @Parameters(index = "0", paramLabel = "ID", description = "The fact's id.") String fact,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "VERSION",
                            description = "The version to go back to; 0 is what the campaign's folder has.")
                    int to) {
        FactView view = client(parley).rollBack(fact, to);
        say(fact + " says what version " + to + " said, as version "
                + view.current().version());
        json.write(view);
        return 0;
    }

    private FactsClient client(RunningParley parley) {
        return parley.gateway().facts(campaign);
    }

    /** A fact that has problems does not keep the others from being written. */
    private void refused(Fact fact, GatewayProblem problem) {
        if (problem.status() != Fault.FACT_INVALID.status()) {
            throw problem;
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(fact.id() + " is not written: " + problem.getMessage());
        problem.problems().forEach(one -> err.println("    " + one));
        err.flush();
    }

    private void tell(FactVersion version) {
        say(name(version) + (version.changedAt() == null ? "" : ", " + version.changedAt()));
        FactContent fact = version.fact();
        if (fact != null) {
            fact.ask().forEach(asking -> say("    ? " + asking));
            say("    ! " + fact.answer());
            fact.pitches().forEach(pitch -> say("    + " + pitch.say()));
        }
    }

    private static String name(FactVersion version) {
        return "v" + version.version() + " " + version.status().label();
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
