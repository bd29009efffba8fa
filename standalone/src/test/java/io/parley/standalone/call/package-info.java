@NullMarked
package io.parley.standalone.call;

import org.jspecify.annotations.NullMarked;
