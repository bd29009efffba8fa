package io.parley.standalone.chat;

import io.parley.contracts.chat.Offer;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayOptions;
import io.parley.standalone.embedded.StartFailure;
import io.parley.standalone.stack.DataOptions;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Talks to a running Parley. */
@Command(
        name = "chat",
        description = "Talks to a running Parley at the terminal, as a customer.",
        mixinStandardHelpOptions = true)
public final class ChatCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private GatewayOptions options = new GatewayOptions();

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--campaign", paramLabel = "ID", description = "What to buy; the first on offer if not given.")
    private Optional<String> campaign = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        GatewayClient gateway = options.client(data.operatorPasswordFile());
        String chosen = campaign.isPresent() ? campaign.get() : firstOffer(gateway, out);
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        Customer customer =
                terminal ? TerminalCustomer.interactive() : TerminalCustomer.piped(System.in, Charset.defaultCharset());
        new Chat(gateway, customer, out, PATIENCE, PAUSE).hold(chosen);
        return 0;
    }

    private static String firstOffer(GatewayClient gateway, PrintWriter out) {
        List<Offer> offers = gateway.offers();
        List<String> others = offers.stream().map(Offer::campaign).toList();
        String chosen = offers.stream()
                .filter(Offer::ready)
                .map(Offer::campaign)
                .findFirst()
                .orElseThrow(() -> new StartFailure("Nothing is on offer yet", "Wait until the models have learnt"));
        if (others.size() > 1) {
            out.println("On offer: " + String.join(", ", others) + ". Choose with --campaign.");
        }
        return chosen;
    }
}
