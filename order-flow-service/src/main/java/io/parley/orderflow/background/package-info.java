/** Checks of a campaign that take minutes: begun, followed, cancelled. One of a kind runs at a time. */
@NullMarked
package io.parley.orderflow.background;

import org.jspecify.annotations.NullMarked;
