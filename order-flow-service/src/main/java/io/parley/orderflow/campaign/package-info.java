/** The campaigns on sale: read from their folder, checked, and each with its compiled flow. */
@NullMarked
package io.parley.orderflow.campaign;

import org.jspecify.annotations.NullMarked;
