package io.parley.orderflow.architecture.wrong.other;

import io.parley.orderflow.architecture.wrong.one.KnowsTooMuch;
import java.util.Optional;

/** Deliberately wrong: closes a cycle. */
public record KnowsItBack(Optional<KnowsTooMuch> cycle) {}
