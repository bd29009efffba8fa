/** What is different from one kind of model to the next. A service implements it; everything else is shared. */
@NullMarked
package io.parley.modelservice.family;

import org.jspecify.annotations.NullMarked;
