/** Tries a model out: what it would say, and why. */
@NullMarked
package io.parley.qa.rest;

import org.jspecify.annotations.NullMarked;
