/** The whole of Parley in one JVM: the data folder it owns, the servers and services it runs, and when it is ready. */
@NullMarked
package io.parley.standalone.stack;

import org.jspecify.annotations.NullMarked;
