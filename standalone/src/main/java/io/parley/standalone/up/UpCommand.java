package io.parley.standalone.up;

import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayProblem;
import io.parley.standalone.embedded.StartFailure;
import io.parley.standalone.stack.CampaignsOption;
import io.parley.standalone.stack.DataOptions;
import io.parley.standalone.stack.ProgressBar;
import io.parley.standalone.stack.Readiness;
import io.parley.standalone.stack.Stack;
import io.parley.standalone.stack.StackSettings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs everything until it is told to stop. */
@Command(
        name = "up",
        description = "Starts everything and sells until you press Ctrl-C.",
        footer = {
            "",
            "Conversations, orders and trained models are kept in the data folder; the logs lie in its folder logs.",
            "The first start trains the models, which takes a few minutes."
        },
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

    private static final long OFFERS_POLL_SECONDS = 3;

    private volatile boolean stopping;

    @Option(names = "--port", paramLabel = "N", description = "Port of the page and the API (${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--sip-port",
            paramLabel = "N",
            description = "Port at which telephones call by SIP; 0 for none (${DEFAULT-VALUE}).")
    private int sipPort = 5060;

    @Option(
            names = "--address",
            paramLabel = "IP",
            description = "Address to listen on; 0.0.0.0 lets other machines in (${DEFAULT-VALUE}).")
    private String address = "127.0.0.1";

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private CampaignsOption campaigns = new CampaignsOption();

    @Option(
            names = "--campaign",
            paramLabel = "ID",
            description = "The campaign to make ready first; the others follow.")
    private Optional<String> campaign = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        String first = campaigns.choose(campaign);
        Stack stack =
                Stack.prepare(new StackSettings(data.folder(), address, port, sipPort, campaigns.folder(), first));
        Thread stop = new Thread(() -> stop(stack), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        System.out.println("Starting Parley …");
        try {
            stack.start();
            return sell(stack, first);
        } catch (StartFailure e) {
            LoggerFactory.getLogger(UpCommand.class).atError().setCause(e).log("Parley cannot start");
            throw e;
        }
    }

    private int sell(Stack stack, String first) throws InterruptedException {
        GatewayClient gateway =
                new GatewayClient(stack.gateway(), Optional.of(stack.secrets().operatorPassword()));
        Readiness readiness = new Readiness(gateway, first);
        ProgressBar bar = ProgressBar.on(System.out);
        readiness.await(bar::show);
        bar.done();
        stack.learnTheRest();
        System.out.println("Parley is ready: " + stack.gateway());
        stack.telephones().ifPresent(System.out::println);
        if (stack.secrets().firstTime()) {
            System.out.println("Operator's password, for the user 'operator' (shown this once, kept in "
                    + data.operatorPasswordFile() + "): "
                    + stack.secrets().operatorPassword());
        }
        return waitForTheEnd(stack, readiness);
    }

    /** Tells of each further campaign that becomes ready, and returns only when a part of us has ended by itself. */
    private int waitForTheEnd(Stack stack, Readiness readiness) throws InterruptedException {
        CompletableFuture<Void> broken = stack.broken();
        List<String> waiting = waiting(readiness, List.of());
        if (!waiting.isEmpty()) {
            System.out.println("Still learning: " + String.join(", ", waiting));
        }
        while (true) {
            try {
                if (waiting.isEmpty()) {
                    broken.get();
                } else {
                    broken.get(OFFERS_POLL_SECONDS, TimeUnit.SECONDS);
                }
                if (stopping) {
                    return 0;
                }
                System.err.println("Redis has ended by itself; redis.log in the data folder's logs tells why.");
                return 1;
            } catch (TimeoutException e) {
                List<String> still = waiting(readiness, waiting);
                waiting.stream()
                        .filter(one -> !still.contains(one))
                        .forEach(one -> System.out.println("Ready too: " + one));
                waiting = still;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static List<String> waiting(Readiness readiness, List<String> otherwise) {
        try {
            return readiness.waiting();
        } catch (GatewayProblem e) {
            return otherwise;
        }
    }

    private void stop(Stack stack) {
        stopping = true;
        System.out.println("Stopping …");
        stack.close();
        System.out.println("Parley has stopped.");
    }
}
