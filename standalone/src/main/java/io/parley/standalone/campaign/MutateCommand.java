package io.parley.standalone.campaign;

import io.parley.contracts.mutation.MutationReport;
import io.parley.contracts.mutation.MutationView;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.client.MutationsClient;
import io.parley.standalone.embedded.StartFailure;
import io.parley.standalone.stack.CampaignOptions;
import io.parley.standalone.stack.RunWatch;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells what a campaign's conversation tests are worth: whether they notice a flow that is broken on purpose. */
@Command(
        name = "mutate",
        description =
                "Breaks the flow of a campaign one place at a time and tells which breaks its conversation tests miss.",
        footer = {
            "",
            "An edge is dropped, a slot made optional, a bucket mistaken for another, a fact swapped. The folder stays as it"
                    + " is.",
            "Without --url a Parley of its own is started on free ports, which trains the models if the folder has changed.",
            "Exit codes: 0 it was done, 1 it could not be, 2 the command was not understood."
        },
        mixinStandardHelpOptions = true)
public final class MutateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CampaignOptions campaign = new CampaignOptions();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() throws InterruptedException {
        MutationView view = campaign.play(MutateCommand::mutate);
        if (!view.status().equals("completed")) {
            throw new StartFailure(
                    "The mutation run has " + view.status() + " after " + view.tried() + " broken flows"
                            + (view.failure() == null ? "" : ": " + view.failure()),
                    "Look at the log");
        }
        print(view.report(), spec.commandLine().getOut());
        json.write(view.report());
        return 0;
    }

    private static MutationView mutate(GatewayClient gateway, String id) throws InterruptedException {
        MutationsClient mutations = gateway.mutations(id);
        MutationView begun = mutations.begin();
        return new RunWatch<>("flows are broken", MutationView::isOver, MutateCommand::progress)
                .untilItEnds(begun, () -> mutations.view(begun.id()), () -> mutations.cancel(begun.id()));
    }

    private static RunWatch.Progress progress(MutationView view) {
        return new RunWatch.Progress(view.tried(), view.mutants(), view.secondsLeft());
    }

    private static void print(MutationReport report, PrintWriter out) {
        report.survivors().forEach(survivor -> out.println("SURVIVED  " + survivor.what()));
        report.byKind()
                .forEach((kind, score) -> out.println("%-20s %3d of %3d noticed  %5.1f %%"
                        .formatted(kind, score.killed(), score.mutants(), 100 * score.mutationScore())));
        out.println("mutation score %.1f %%: %d conversation tests noticed %d of %d broken flows"
                .formatted(100 * report.mutationScore(), report.tests(), report.killed(), report.mutants()));
        out.flush();
    }
}
