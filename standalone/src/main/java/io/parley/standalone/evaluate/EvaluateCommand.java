package io.parley.standalone.evaluate;

import picocli.CommandLine.Command;

/** Trains on files and scores on others. */
@Command(
        name = "evaluate",
        description = "Trains on files and tells how good the model is on others. Needs no running Parley.",
        subcommands = {EvaluateNextStateCommand.class, EvaluateAnswersCommand.class, EvaluateBabiCommand.class},
        mixinStandardHelpOptions = true)
public final class EvaluateCommand {}
