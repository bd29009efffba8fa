package io.parley.standalone.replay;

import io.parley.contracts.replay.TurnExplanation;
import io.parley.standalone.client.GatewayOptions;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.stack.DataOptions;
import java.io.PrintWriter;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One turn of a running Parley, explained. */
@Command(
        name = "explain",
        description = "Says why a reply was given: what was heard, what the models said, what was decided and told.",
        footer = {
            "",
            "What the customer said is masked.",
            "Exit codes: 0 done, 1 that could not be done, 2 the command was not understood."
        },
        mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "CONVERSATION:TURN",
            converter = TurnAddress.Converter.class,
            description = "The conversation's id and the number of the turn, from 1.")
    private TurnAddress address = new TurnAddress("", OptionalInt.empty());

    @Mixin
    private GatewayOptions options = new GatewayOptions();

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        int turn = address.turn()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "Name the turn as well: " + address.conversation() + ":1 is the first"));
        TurnExplanation explanation =
                options.client(data.operatorPasswordFile()).replays().explanation(address.conversation(), turn);
        PrintWriter out = spec.commandLine().getOut();
        ExplanationPage.of(explanation).forEach(out::println);
        out.flush();
        json.write(explanation);
        return 0;
    }
}
