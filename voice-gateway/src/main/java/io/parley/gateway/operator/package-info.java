/**
 * What operators read and start at the order flow: orders, call-backs, campaigns, conversations.
 */
@NullMarked
package io.parley.gateway.operator;

import org.jspecify.annotations.NullMarked;
