/** Facts that operators change while Parley runs: over REST, and from the order flow to the memory. */
@NullMarked
package io.parley.contracts.fact;

import org.jspecify.annotations.NullMarked;
