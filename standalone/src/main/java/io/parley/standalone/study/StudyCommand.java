package io.parley.standalone.study;

import picocli.CommandLine.Command;

/** Has a running Parley study data for the next-state model. */
@Command(
        name = "study",
        description =
                "Has a running Parley study data for the next-state model, and waits for what it finds out. No version is made. "
                        + "If the command is interrupted, the study goes on.",
        subcommands = {DataCheckCommand.class, CrossValidationCommand.class, LearningCurveCommand.class},
        mixinStandardHelpOptions = true)
public final class StudyCommand {}
