/** The chat API as it stands on the wire: between the customer's page and the gateway, and from there to the order flow. */
@NullMarked
package io.parley.contracts.chat;

import org.jspecify.annotations.NullMarked;
