package io.parley.standalone.simulate;

import io.parley.contracts.simulation.SimulationReport;
import io.parley.contracts.simulation.SimulationView;
import io.parley.contracts.simulation.SimulationWish;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.client.SimulationsClient;
import io.parley.standalone.embedded.StartFailure;
import io.parley.standalone.stack.CampaignOptions;
import io.parley.standalone.stack.RunWatch;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets simulated customers of several kinds buy, against trained models and the real services. */
@Command(
        name = "simulate",
        description =
                "Lets simulated customers buy, in words of the campaign's own examples, and tells how they fared.",
        footer = {
            "",
            "Without --url a Parley of its own is started on free ports, which trains the models if the folder has changed.",
            "Personas: decided, hesitant, chatty, corrector, silent, hostile.",
            "Exit codes: 0 nobody was trapped and every order was right, 1 not so, 2 the command was not understood."
        },
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CampaignOptions campaign = new CampaignOptions();

    @Option(
            names = "--conversations",
            paramLabel = "N",
            description = "How many (${DEFAULT-VALUE}).",
            defaultValue = "300")
    private int conversations;

    @Option(names = "--persona", paramLabel = "P", description = "Only that kind of customer; all by turns without it.")
    private @Nullable String persona;

    @Option(
            names = "--typos",
            paramLabel = "R",
            description = "The share of longer words with a typing error (${DEFAULT-VALUE}).",
            defaultValue = "" + SimulationWish.USUAL_TYPOS)
    private double typos;

    @Option(
            names = "--noise",
            paramLabel = "R",
            description =
                    "The share of utterances without case and punctuation, as recognised speech (${DEFAULT-VALUE}).",
            defaultValue = "0")
    private double noise;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed plays the same customers (${DEFAULT-VALUE}).",
            defaultValue = "" + SimulationWish.USUAL_SEED)
    private long seed;

    @Option(
            names = "--rows",
            paramLabel = "FILE",
            description =
                    "Also write what was said as labelled rows for training, in wordings that are not tested with.")
    private Optional<Path> rows = Optional.empty();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() throws InterruptedException {
        return campaign.play(this::simulate);
    }

    private int simulate(GatewayClient gateway, String id) throws InterruptedException {
        SimulationsClient simulations = gateway.simulations(id);
        SimulationView view = untilItEnds(
                simulations,
                simulations.begin(new SimulationWish(conversations, persona, typos, noise, seed, rows.isPresent())));
        if (!view.status().equals("completed")) {
            throw new StartFailure(
                    "The simulation has " + view.status() + " after " + view.played() + " conversations"
                            + (view.failure() == null ? "" : ": " + view.failure()),
                    "Look at the log");
        }
        rows.ifPresent(file -> RowFile.write(file, simulations.rows(view.id())));
        SimulationReport report = view.report();
        Account.print(report, spec.commandLine().getOut());
        json.write(report);
        return Account.isGood(report) ? 0 : 1;
    }

    private static SimulationView untilItEnds(SimulationsClient simulations, SimulationView begun)
            throws InterruptedException {
        return new RunWatch<>("customers talk", SimulationView::isOver, SimulateCommand::progress)
                .untilItEnds(begun, () -> simulations.view(begun.id()), () -> simulations.cancel(begun.id()));
    }

    private static RunWatch.Progress progress(SimulationView view) {
        return new RunWatch.Progress(view.played(), view.conversations(), view.secondsLeft());
    }
}
