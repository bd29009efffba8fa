package io.parley.standalone.voice;

import io.parley.standalone.call.CallCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says and hears. */
@Command(
        name = "voice",
        description =
                "Says a text, hears a file, measures how well recognition hears, fetches a better recogniser's model,"
                        + " places a call.",
        subcommands = {
            SayCommand.class,
            HearCommand.class,
            EvaluateVoiceCommand.class,
            InstallModelCommand.class,
            CallCommand.class
        },
        mixinStandardHelpOptions = true)
public final class VoiceCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which: say, hear, evaluate, install-model or call");
    }
}
