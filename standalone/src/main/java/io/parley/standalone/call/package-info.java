/** A telephone at the command line: calls a Parley, its own or any, and tells what happened. It is how one tries SIP. */
@NullMarked
package io.parley.standalone.call;

import org.jspecify.annotations.NullMarked;
