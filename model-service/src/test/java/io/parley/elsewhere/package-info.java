/** Stands for a service that the library must not know. */
@NullMarked
package io.parley.elsewhere;

import org.jspecify.annotations.NullMarked;
