/** {@code parley train} and {@code parley evaluate}: the two networks, from the command line. */
@NullMarked
package io.parley.standalone.model;

import org.jspecify.annotations.NullMarked;
