@NullMarked
package io.parley.standalone.bench;

import org.jspecify.annotations.NullMarked;
