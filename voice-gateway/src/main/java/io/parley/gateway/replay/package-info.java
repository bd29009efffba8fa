/**
 * Recorded turns, for operators: played again and explained. The order flow knows them; what single words were worth, the
 * network that read them.
 */
@NullMarked
package io.parley.gateway.replay;

import org.jspecify.annotations.NullMarked;
