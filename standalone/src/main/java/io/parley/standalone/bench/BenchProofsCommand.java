package io.parley.standalone.bench;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.GeneratedFlow;
import io.parley.campaign.Proof;
import io.parley.campaign.Reading;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how long it takes to read a flow and to prove that it traps nobody. */
@Command(
        name = "proofs",
        description = {
            "Makes up a flow in which what is asked depends on what was said long before, reads and proves it again and",
            "again, and tells how long that takes."
        },
        footer = {"", "Exit codes: 0 proved, 1 a proof does not hold or was given up, 2 not understood."},
        mixinStandardHelpOptions = true)
public final class BenchProofsCommand implements Callable<Integer> {

    private static final int FEWEST_STATES = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--states", paramLabel = "N", description = "States of the flow, at least (${DEFAULT-VALUE}).")
    private int states = 60;

    @Option(names = "--runs", paramLabel = "R", description = "How often (${DEFAULT-VALUE}).")
    private int runs = 10;

    @Option(names = "--seed", paramLabel = "S", description = "Chooses the conditions (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private JsonOutput json = new JsonOutput();

    /**
     * What it found out.
     *
     * @param firstMs the first time, while Java still learns the code
     * @param later the other times
     * @param missing the proofs that do not hold, or were given up
     */
    record ProofsReport(int states, int slots, long seed, double firstMs, Latencies later, List<String> missing) {

        ProofsReport {
            missing = List.copyOf(missing);
        }
    }

    @Override
    public Integer call() throws IOException {
        if (states < FEWEST_STATES || runs < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A flow has at least " + FEWEST_STATES + " states, and is proved at least once");
        }
        Path folder = Files.createTempDirectory("parley-proofs");
        String id = folder.getFileName().toString();
        String flow = GeneratedFlow.yaml(id, states, seed);
        try {
            Files.writeString(folder.resolve("flow.yaml"), flow);
            Files.writeString(folder.resolve("facts.yaml"), "[]\n");
            ProofsReport report = measure(folder);
            print(report, spec.commandLine().getOut());
            json.write(report);
            return report.missing().isEmpty() ? 0 : 1;
        } finally {
            Files.deleteIfExists(folder.resolve("flow.yaml"));
            Files.deleteIfExists(folder.resolve("facts.yaml"));
            Files.deleteIfExists(folder);
        }
    }

    private ProofsReport measure(Path folder) {
        long start = System.nanoTime();
        Reading reading = CampaignReader.read(folder);
        double firstMs = (System.nanoTime() - start) / 1e6;
        List<Duration> later = new ArrayList<>();
        for (int run = 1; run < runs; run++) {
            long again = System.nanoTime();
            CampaignReader.read(folder);
            later.add(Duration.ofNanos(System.nanoTime() - again));
        }
        Campaign flow = reading.campaign()
                .orElseThrow(
                        () -> new StartFailure("The made-up flow is not valid", "Tell us the seed and the states"));
        return new ProofsReport(
                flow.states().size(),
                flow.slots().size(),
                seed,
                Math.round(firstMs),
                Latencies.of(later),
                reading.proofs().stream()
                        .filter(proof -> !proof.holds())
                        .map(Proof::name)
                        .toList());
    }

    private static void print(ProofsReport report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d states, %d slots, seed %d: read and proved in %.0f ms the first time, then p50 %.0f ms, max %.0f ms%n",
                report.states(),
                report.slots(),
                report.seed(),
                report.firstMs(),
                report.later().p50Ms(),
                report.later().maxMs());
        out.println(report.missing().isEmpty() ? "everything holds" : "NOT PROVED: " + report.missing());
        out.flush();
    }
}
