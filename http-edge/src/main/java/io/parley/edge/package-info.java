/**
 * The HTTP entrance that all services share: a fault becomes a problem document and a count, a request gets its
 * correlation id. Put on the class path it configures itself.
 */
@NullMarked
package io.parley.edge;

import org.jspecify.annotations.NullMarked;
