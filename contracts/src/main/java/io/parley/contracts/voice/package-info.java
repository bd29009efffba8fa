/** What the gateway must know to lead a conversation by voice, inside the platform only. */
@NullMarked
package io.parley.contracts.voice;

import org.jspecify.annotations.NullMarked;
