/** {@code parley study}: what is odd about data, and what the network makes of it. A running Parley does the work. */
@NullMarked
package io.parley.standalone.study;

import org.jspecify.annotations.NullMarked;
