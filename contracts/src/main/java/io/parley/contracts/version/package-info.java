/** Versions of campaigns, as operators send, read and publish them. */
@NullMarked
package io.parley.contracts.version;

import org.jspecify.annotations.NullMarked;
