/** {@code parley bench}: how fast turns are, under load and against what the machine could do at best. */
@NullMarked
package io.parley.standalone.bench;

import org.jspecify.annotations.NullMarked;
