package io.parley.standalone.ship;

import io.parley.contracts.candidate.CandidateReport;
import io.parley.contracts.candidate.CandidateReport.OrderSum;
import io.parley.contracts.candidate.CandidateView;
import io.parley.contracts.candidate.CandidateWish;
import io.parley.standalone.client.CandidatesClient;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayOptions;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.client.ModelKind;
import io.parley.standalone.embedded.StartFailure;
import io.parley.standalone.stack.DataOptions;
import io.parley.standalone.stack.RunWatch;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a candidate would have changed in conversations that were had, and puts it to use if that is little enough. */
@Command(
        name = "ship",
        description =
                "Plays the conversations of the last days with a candidate, a model version or a version of the campaign, and"
                        + " tells what it would have changed.",
        footer = {
            "",
            "Exit codes: 0 little enough, 1 too much, or it could not be done, 2 the command was not understood."
        },
        mixinStandardHelpOptions = true)
public final class ShipCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "The campaign's id.")
    private String campaign = "";

    @Option(names = "--next-state", paramLabel = "VERSION", description = "A version of the next-state model.")
    private Optional<String> nextState = Optional.empty();

    @Option(names = "--answers", paramLabel = "VERSION", description = "A version of the answer model.")
    private Optional<String> answers = Optional.empty();

    @Option(names = "--campaign-version", paramLabel = "N", description = "A kept version of the campaign.")
    private Optional<Integer> campaignVersion = Optional.empty();

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Conversations with a turn in the last so many days (${DEFAULT-VALUE}).",
            defaultValue = "" + CandidateWish.USUAL_DAYS)
    private int days;

    @Option(names = "--rehearsals", description = "Conversations of tests and simulations, too.")
    private boolean rehearsals;

    @Option(
            names = "--most-diverged",
            paramLabel = "R",
            description = "The share of conversations that may take another course (${DEFAULT-VALUE}).",
            defaultValue = "" + CandidateWish.USUAL_MOST_DIVERGED)
    private double mostDiverged;

    @Option(
            names = "--most-lost",
            paramLabel = "R",
            description = "The share of the orders' value that may be lost (${DEFAULT-VALUE}).",
            defaultValue = "" + CandidateWish.USUAL_MOST_LOST)
    private double mostLost;

    @Option(names = "--activate", description = "Put it to use if it does not change too much.")
    private boolean activate;

    @Mixin
    private GatewayOptions options = new GatewayOptions();

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() throws InterruptedException {
        if (nextState.isEmpty() && answers.isEmpty() && campaignVersion.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Name a candidate: --next-state, --answers or --campaign-version");
        }
        GatewayClient gateway = options.client(data.operatorPasswordFile());
        CandidateView view = untilItEnds(gateway.candidates(campaign));
        if (!view.status().equals("completed")) {
            throw new StartFailure(
                    "The trial has " + view.status() + " after " + view.played() + " conversations"
                            + (view.failure() == null ? "" : ": " + view.failure()),
                    "Look at the log");
        }
        CandidateReport report = view.report();
        print(report, spec.commandLine().getOut());
        json.write(report);
        if (!report.refusals().isEmpty()) {
            return 1;
        }
        if (activate) {
            putToUse(gateway);
        }
        return 0;
    }

    private CandidateView untilItEnds(CandidatesClient candidates) throws InterruptedException {
        CandidateView begun = candidates.begin(new CandidateWish(
                nextState.orElse(null),
                answers.orElse(null),
                campaignVersion.orElse(null),
                days,
                rehearsals,
                mostDiverged,
                mostLost));
        return new RunWatch<>("conversations are played again", CandidateView::isOver, ShipCommand::progress)
                .untilItEnds(begun, () -> candidates.view(begun.id()), () -> candidates.cancel(begun.id()));
    }

    private static RunWatch.Progress progress(CandidateView view) {
        return new RunWatch.Progress(view.played(), view.conversations(), 0);
    }

    private void putToUse(GatewayClient gateway) {
        PrintWriter out = spec.commandLine().getOut();
        nextState.ifPresent(version -> {
            gateway.models().activate(ModelKind.NEXT_STATE, campaign, version, false);
            out.println("Version " + version + " of the next-state model answers now");
        });
        answers.ifPresent(version -> {
            gateway.models().activate(ModelKind.ANSWERS, campaign, version, false);
            out.println("Version " + version + " of the answer model answers now");
        });
        campaignVersion.ifPresent(number -> {
            gateway.versions(campaign).publish(number, false);
            out.println("Version " + number + " of the campaign is on sale");
        });
        out.flush();
    }

    private static void print(CandidateReport report, PrintWriter out) {
        report.divergences()
                .forEach(divergence -> out.println("%s:%d at %s: %s; now %s"
                        .formatted(
                                divergence.conversation(),
                                divergence.turn(),
                                divergence.state(),
                                divergence.then(),
                                divergence.now())));
        out.println(
                "%d conversations with %d turns: %d turns differ, %d are worded otherwise; %d conversations take another"
                                .formatted(
                                        report.conversations(),
                                        report.turns(),
                                        report.turnsDifferent(),
                                        report.turnsReworded(),
                                        report.conversationsDiverged())
                        + " course (%.1f %%)".formatted(100 * report.divergedShare()));
        if (report.unreadable() > 0) {
            out.println(report.unreadable() + " conversations cannot be read or played any more");
        }
        out.println("orders then: %s; lost: %s (%.1f %%); gained: %s"
                .formatted(
                        sum(report.orders(), report),
                        sum(report.lost(), report),
                        100 * report.lostShare(),
                        sum(report.gained(), report)));
        report.refusals().forEach(refusal -> out.println("REFUSED  " + refusal));
        out.flush();
    }

    private static String sum(OrderSum sum, CandidateReport report) {
        return sum.count() + " over " + sum.value().toPlainString() + " " + report.currency();
    }
}
