/** A client of the gateway's public API, for the commands that talk to a running Parley. */
@NullMarked
package io.parley.standalone.client;

import org.jspecify.annotations.NullMarked;
