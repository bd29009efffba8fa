/** The command {@code parley}: every service in one JVM, and the tools of whoever writes, trains and operates campaigns. */
@NullMarked
package io.parley.standalone;

import org.jspecify.annotations.NullMarked;
