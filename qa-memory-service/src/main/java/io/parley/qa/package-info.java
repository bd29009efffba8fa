/** The episodic memory: given what a customer asks or doubts, which prepared statement answers it, or that none does. */
@NullMarked
package io.parley.qa;

import org.jspecify.annotations.NullMarked;
