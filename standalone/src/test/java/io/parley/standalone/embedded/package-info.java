@NullMarked
package io.parley.standalone.embedded;

import org.jspecify.annotations.NullMarked;
