/** Questions that no fact answered, on their way from the order flow over the text encoder to operators. */
@NullMarked
package io.parley.contracts.question;

import org.jspecify.annotations.NullMarked;
