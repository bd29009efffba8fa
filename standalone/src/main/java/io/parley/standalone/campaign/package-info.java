/** {@code parley validate} and {@code parley test}: what a writer of campaigns needs before selling. */
@NullMarked
package io.parley.standalone.campaign;

import org.jspecify.annotations.NullMarked;
