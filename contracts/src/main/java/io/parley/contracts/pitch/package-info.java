/** What facts and pitches are worth, as operators see it. */
@NullMarked
package io.parley.contracts.pitch;

import org.jspecify.annotations.NullMarked;
