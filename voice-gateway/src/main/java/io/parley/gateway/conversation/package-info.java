/**
 * What customers call over HTTP: offers and conversations. Whether a token fits is decided by the order flow.
 */
@NullMarked
package io.parley.gateway.conversation;

import org.jspecify.annotations.NullMarked;
