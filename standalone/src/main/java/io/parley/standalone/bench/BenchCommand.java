package io.parley.standalone.bench;

import picocli.CommandLine.Command;

/** Measurements. */
@Command(
        name = "bench",
        description = "Measures.",
        subcommands = {BenchTurnsCommand.class, BenchCallsCommand.class, BenchProofsCommand.class},
        mixinStandardHelpOptions = true)
public final class BenchCommand {}
