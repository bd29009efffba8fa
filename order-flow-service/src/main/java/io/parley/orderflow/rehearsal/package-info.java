/** Plays a campaign's conversation tests against the trained models and the real services. */
@NullMarked
package io.parley.orderflow.rehearsal;

import org.jspecify.annotations.NullMarked;
