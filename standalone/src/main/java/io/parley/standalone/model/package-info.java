/** {@code parley train}, {@code compare} and {@code models}: versions of the two networks, from the command line. */
@NullMarked
package io.parley.standalone.model;

import org.jspecify.annotations.NullMarked;
