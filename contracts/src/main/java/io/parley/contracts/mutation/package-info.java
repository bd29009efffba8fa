/** How well a campaign's conversation tests notice that its flow is broken. */
@NullMarked
package io.parley.contracts.mutation;

import org.jspecify.annotations.NullMarked;
