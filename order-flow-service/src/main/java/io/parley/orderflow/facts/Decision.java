package io.parley.orderflow.facts;

import io.parley.contracts.fact.FactChange;
import java.util.Optional;

/** Decides what shall become of a fact, given its latest change; nothing if it may stay as it is. */
@FunctionalInterface
interface Decision {

    Optional<Wish> on(Optional<FactChange> latest);
}
