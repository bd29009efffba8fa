/** Tries a model out: what it would say, and why. */
@NullMarked
package io.parley.intent.rest;

import org.jspecify.annotations.NullMarked;
