package io.parley.standalone.bench;

import io.parley.campaign.CampaignReader;
import io.parley.campaign.Reading;
import io.parley.contracts.chat.OrderView;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayOptions;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.embedded.StartFailure;
import io.parley.standalone.stack.CampaignsOption;
import io.parley.standalone.stack.DataOptions;
import io.parley.standalone.stack.IsolatedStack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures turns. */
@Command(
        name = "turns",
        description = {
            "Has customers buy, many at once, in ever other words, and tells how long their turns take and whether",
            "each was answered exactly once; beside the time that HTTP, Redis and Kafka take alone."
        },
        footer = {
            "",
            "Without --url a Parley of its own is started in the same JVM.",
            "Exit codes: 0 measured and sound, 1 a turn or an order was lost or an error happened, 2 not understood."
        },
        mixinStandardHelpOptions = true)
public final class BenchTurnsCommand implements Callable<Integer> {

    private static final int FLOOR_WARM_UP = 2_000;
    private static final int FLOOR_CALLS = 2_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private GatewayOptions options = new GatewayOptions();

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Mixin
    private CampaignsOption campaigns = new CampaignsOption();

    @Option(names = "--campaign", paramLabel = "ID", description = "What is bought.")
    private Optional<String> campaign = Optional.empty();

    @Option(
            names = "--conversations",
            paramLabel = "N",
            description = "Closed loop: so many conversations at once (${DEFAULT-VALUE}).")
    private int conversations = 8;

    @Option(names = "--rate", paramLabel = "R", description = "Also an open loop: so many turns a second.")
    private Optional<Double> rate = Optional.empty();

    @Option(names = "--seconds", paramLabel = "S", description = "How long each loop lasts (${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Option(names = "--warm-up", paramLabel = "S", description = "Seconds before that, uncounted (${DEFAULT-VALUE}).")
    private int warmUp = 60;

    @Option(names = "--seed", paramLabel = "S", description = "Chooses scripts and words (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String id = campaigns.choose(campaign);
        Path folder = data.folder().resolve("bench");
        TurnsReport report;
        if (options.url().isPresent()) {
            report = measure(options.client(data.operatorPasswordFile()), id, false);
        } else {
            try (IsolatedStack stack =
                    IsolatedStack.start(folder.resolve(id), campaigns.folder().resolve(id))) {
                report = measure(stack.gateway(), id, true);
            }
        }
        report.print(spec.commandLine().getOut());
        json.write(report);
        return report.isSound() ? 0 : 1;
    }

    /**
     * @param here whether the services run in this JVM, so that their encoders can be asked
     */
    private TurnsReport measure(GatewayClient gateway, String id, boolean here)
            throws IOException, InterruptedException {
        Map<Script, List<String>> scripts = rehearse(gateway, id);
        new Load(gateway, id, scripts, seed - 1).closedLoop(conversations, Duration.ofSeconds(warmUp));
        Optional<EncoderCache> before = here ? Optional.of(EncoderCache.now()) : Optional.empty();
        List<LoadResult> loads = new ArrayList<>();
        loads.add(new Load(gateway, id, scripts, seed).closedLoop(conversations, Duration.ofSeconds(seconds)));
        if (rate.isPresent()) {
            loads.add(new Load(gateway, id, scripts, seed + 1).openLoop(rate.get(), Duration.ofSeconds(seconds)));
        }
        Optional<Double> hitRate =
                before.map(earlier -> EncoderCache.now().since(earlier).hitRate());
        Latencies floor = Floor.measure(
                data.folder().resolve("bench").resolve("floor"), conversations, FLOOR_WARM_UP, FLOOR_CALLS);
        return new TurnsReport(
                id,
                options.url().map(URI::toString).orElse(null),
                seed,
                Runtime.getRuntime().availableProcessors(),
                scripts.keySet().stream().map(Script::title).toList(),
                loads,
                hitRate.orElse(null),
                floor,
                loads.getFirst().latencies().timesAsSlowAs(floor));
    }

    /** Plays each script once as it is written, and keeps those that end in a sale on today's date too. */
    private Map<Script, List<String>> rehearse(GatewayClient gateway, String id) throws InterruptedException {
        Reading reading = CampaignReader.read(campaigns.folder().resolve(id));
        Map<Script, List<String>> scripts = new LinkedHashMap<>();
        for (Script script : Script.sales(reading)) {
            Purchase purchase = Purchase.plain(gateway, id, script);
            boolean more = true;
            while (more) {
                more = purchase.step();
            }
            if (purchase.sold()) {
                OrderView order = order(gateway, purchase);
                scripts.put(script.withNamesIn(order, reading.campaign().orElseThrow()), purchase.states());
            }
        }
        if (scripts.isEmpty()) {
            throw new StartFailure(
                    "No conversation test of '" + id + "' ends in a sale when it is played today",
                    "'parley test' shows how they go");
        }
        return scripts;
    }

    private static OrderView order(GatewayClient gateway, Purchase purchase) {
        return gateway.orders().stream()
                .filter(one -> one.conversationId().equals(purchase.conversationId()))
                .findFirst()
                .orElseThrow(() -> new StartFailure("A sale left no order", "See the logs"));
    }
}
