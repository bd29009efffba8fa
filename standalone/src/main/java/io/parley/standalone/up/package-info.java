/** {@code parley up}: starts everything, tells the person at the terminal, and stops everything. */
@NullMarked
package io.parley.standalone.up;

import org.jspecify.annotations.NullMarked;
