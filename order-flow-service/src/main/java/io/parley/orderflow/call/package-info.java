/** What gateways tell of calls, for modules that come later. */
@NullMarked
package io.parley.orderflow.call;

import org.jspecify.annotations.NullMarked;
