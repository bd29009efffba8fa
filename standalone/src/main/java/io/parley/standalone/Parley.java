package io.parley.standalone;

import io.parley.contracts.FaultException;
import io.parley.standalone.bench.BenchCommand;
import io.parley.standalone.campaign.FactsCommand;
import io.parley.standalone.campaign.MutateCommand;
import io.parley.standalone.campaign.TestCommand;
import io.parley.standalone.campaign.UnansweredCommand;
import io.parley.standalone.campaign.ValidateCommand;
import io.parley.standalone.campaign.VersionsCommand;
import io.parley.standalone.chat.ChatCommand;
import io.parley.standalone.client.GatewayProblem;
import io.parley.standalone.embedded.StartFailure;
import io.parley.standalone.evaluate.EvaluateCommand;
import io.parley.standalone.model.CompareCommand;
import io.parley.standalone.model.ModelsCommand;
import io.parley.standalone.model.TrainCommand;
import io.parley.standalone.replay.ExplainCommand;
import io.parley.standalone.replay.ReplayCommand;
import io.parley.standalone.review.ReviewsCommand;
import io.parley.standalone.ship.ShipCommand;
import io.parley.standalone.simulate.SimulateCommand;
import io.parley.standalone.stack.Logs;
import io.parley.standalone.study.StudyCommand;
import io.parley.standalone.up.UpCommand;
import io.parley.standalone.voice.VoiceCommand;
import io.parley.standalone.voice.VoiceProblem;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. Exit codes: 0 all went well, 1 it did not, 2 the command was not understood. */
@Command(
        name = "parley",
        description = "Sells by conversation: leads customers down an order flow, answers on the way, comes back.",
        subcommands = {
            UpCommand.class,
            ChatCommand.class,
            ValidateCommand.class,
            TestCommand.class,
            MutateCommand.class,
            SimulateCommand.class,
            UnansweredCommand.class,
            ReviewsCommand.class,
            FactsCommand.class,
            VersionsCommand.class,
            ShipCommand.class,
            ReplayCommand.class,
            ExplainCommand.class,
            TrainCommand.class,
            ModelsCommand.class,
            CompareCommand.class,
            StudyCommand.class,
            EvaluateCommand.class,
            VoiceCommand.class,
            BenchCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "Parley 0.1.0")
public final class Parley {

    private Parley() {}

    public static void main(String[] arguments) {
        Logs.nowhere();
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, ready to be executed; failures that a person can understand are told in one line. */
    static CommandLine commandLine() {
        return new CommandLine(new Parley()).setExecutionExceptionHandler((failure, command, parsed) -> {
            PrintWriter err = command.getErr();
            switch (failure) {
                case StartFailure start -> tell(err, start, List.of());
                case VoiceProblem problem -> tell(err, problem, List.of());
                case GatewayProblem problem -> tell(err, problem, problem.problems());
                case FaultException fault -> tell(err, fault, fault.problems());
                default -> failure.printStackTrace(err);
            }
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    private static void tell(PrintWriter err, Exception failure, List<String> problems) {
        err.println("parley: " + failure.getMessage());
        problems.forEach(problem -> err.println("  " + problem));
    }
}
