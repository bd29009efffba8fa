/** Deliberately wrong; rules of architecture must catch it. */
@NullMarked
package io.parley.modelservice.wrong.there;

import org.jspecify.annotations.NullMarked;
