@NullMarked
package io.parley.standalone.stack;

import org.jspecify.annotations.NullMarked;
