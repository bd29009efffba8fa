package io.parley.standalone.replay;

import io.parley.contracts.replay.Difference;
import io.parley.contracts.replay.ReplayReport;
import io.parley.contracts.replay.TurnReplay;
import io.parley.standalone.client.GatewayOptions;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.client.ReplayClient;
import io.parley.standalone.stack.DataOptions;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns of a running Parley, played again. */
@Command(
        name = "replay",
        description = "Plays turns that were taken again, and says whether every byte comes out as it did.",
        footer = {
            "",
            "Nothing takes effect. Models whose versions are gone say what is recorded of them, and it says so.",
            "Exit codes: 0 nothing differs, 1 something differs or it could not be done, 2 the command was not understood."
        },
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {

    private static final int AT_A_TIME = 50;
    private static final int SHOWN = 50;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--campaign", paramLabel = "CAMPAIGN", description = "With --all: only this campaign's.")
    private Optional<String> campaign = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "With --all: only conversations with a turn since then; 2026-03-02T12:00:00Z.")
    private Optional<Instant> since = Optional.empty();

    @Option(names = "--rehearsals", description = "With --all: those of conversation tests as well.")
    private boolean rehearsals;

    @Mixin
    private GatewayOptions options = new GatewayOptions();

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private JsonOutput json = new JsonOutput();

    /** One conversation or all of them. */
    static final class Which {

        @Parameters(
                index = "0",
                paramLabel = "CONVERSATION[:TURN]",
                converter = TurnAddress.Converter.class,
                description = "The conversation's id, and the number of a turn if only that one is meant.")
        private TurnAddress address = new TurnAddress("", OptionalInt.empty());

        @Option(names = "--all", required = true, description = "Every conversation that is recorded.")
        private boolean all;
    }

    @Override
    public Integer call() {
        ReplayClient client = options.client(data.operatorPasswordFile()).replays();
        ReplayReport report = which.all ? all(client) : one(client, which.address);
        report.results().stream().limit(SHOWN).forEach(this::tell);
        if (report.results().size() > SHOWN) {
            say("… and " + (report.results().size() - SHOWN) + " more; --json FILE has them all");
        }
        say("%d conversations, %d turns: %d identical, %d different, %d whose campaign changed, %d unreadable"
                .formatted(
                        report.conversations(),
                        report.turns(),
                        report.identical(),
                        report.different(),
                        report.campaignChanged(),
                        report.unreadable()));
        if (report.modelsFromRecord() > 0) {
            say("in %d turns a model's version is gone, and what it said is taken from the record"
                    .formatted(report.modelsFromRecord()));
        }
        json.write(report);
        return report.different() == 0 ? 0 : 1;
    }

    private static ReplayReport one(ReplayClient client, TurnAddress address) {
        return address.turn().isPresent()
                ? Tally.of(client.turn(address.conversation(), address.turn().getAsInt()))
                : client.conversation(address.conversation());
    }

    private ReplayReport all(ReplayClient client) {
        Map<String, String> query = new TreeMap<>();
        campaign.ifPresent(id -> query.put("campaign", id));
        since.ifPresent(time -> query.put("since", time.toString()));
        query.put("rehearsals", String.valueOf(rehearsals));
        query.put("limit", String.valueOf(AT_A_TIME));
        ReplayReport sum = ReplayReport.NOTHING;
        String next = "";
        while (next != null) {
            query.put("after", next);
            sum = Tally.sum(sum, client.several(query));
            next = sum.next();
            if (next != null) {
                progress(sum);
            }
        }
        return sum;
    }

    private void progress(ReplayReport sum) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("%d conversations, %d turns, %d different so far"
                .formatted(sum.conversations(), sum.turns(), sum.different()));
        err.flush();
    }

    private void tell(TurnReplay turn) {
        String from = turn.modelsFromRecord().isEmpty()
                ? ""
                : ", from the record: " + String.join(", ", turn.modelsFromRecord());
        say("%s:%d %s%s"
                .formatted(turn.conversation(), turn.turn(), turn.outcome().label(), from));
        Difference difference = turn.difference();
        if (difference != null) {
            say("    " + difference.field());
            say("    recorded   " + difference.recorded());
            say("    recomputed " + difference.recomputed());
        }
        if (turn.detail() != null) {
            say("    " + turn.detail());
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
