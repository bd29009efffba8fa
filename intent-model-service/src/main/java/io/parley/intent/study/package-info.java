/** Studies of training data and of what the network makes of it: checks, cross-validation, learning curve. */
@NullMarked
package io.parley.intent.study;

import org.jspecify.annotations.NullMarked;
