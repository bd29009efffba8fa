/** Deliberately wrong; rules of architecture must catch it. */
@NullMarked
package io.parley.modelservice.wrong;

import org.jspecify.annotations.NullMarked;
