package io.parley.standalone.voice;

import io.parley.speech.vosk.ModelInstallation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Fetches the model that hears real callers. */
@Command(
        name = "install-model",
        description = "Fetches Vosk's small English model (some 40 MB) from its site into models/, and checks it.",
        footer = {"", "Exit codes: 0 it is there, 1 it could not be fetched, 2 the command was not understood."},
        mixinStandardHelpOptions = true)
final class InstallModelCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The folder of models, beside what else Parley keeps. */
    static Path models() {
        return Path.of(System.getProperty("parley.home", "")).resolve("models");
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Path folder = new ModelInstallation(models(), line -> {
                        out.println(line);
                        out.flush();
                    })
                    .install();
            out.println("The model is at " + folder);
            return 0;
        } catch (IOException e) {
            throw new VoiceProblem("the model could not be fetched: " + e.getMessage(), e);
        }
    }
}
