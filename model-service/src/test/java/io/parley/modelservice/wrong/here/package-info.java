/** Deliberately wrong; rules of architecture must catch it. */
@NullMarked
package io.parley.modelservice.wrong.here;

import org.jspecify.annotations.NullMarked;
