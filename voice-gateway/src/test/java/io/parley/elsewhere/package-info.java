/** Stands for a service that the gateway must not know. */
@NullMarked
package io.parley.elsewhere;

import org.jspecify.annotations.NullMarked;
