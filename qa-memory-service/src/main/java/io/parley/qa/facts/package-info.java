/** The facts that operators changed since the models in use were trained, and those models before them. */
@NullMarked
package io.parley.qa.facts;

import org.jspecify.annotations.NullMarked;
