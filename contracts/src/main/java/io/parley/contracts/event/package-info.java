/** Everything that happens in a conversation, as the archive and later modules read it. */
@NullMarked
package io.parley.contracts.event;

import org.jspecify.annotations.NullMarked;
