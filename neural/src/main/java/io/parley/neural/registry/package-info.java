/** Versions of models on disk: written whole or not at all, named by aliases, rolled back. */
@NullMarked
package io.parley.neural.registry;

import org.jspecify.annotations.NullMarked;
