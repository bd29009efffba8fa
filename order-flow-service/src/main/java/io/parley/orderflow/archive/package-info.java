/** Every turn that was taken, as it is kept for replay. What a turn saved with its session is moved to the database from here. */
@NullMarked
package io.parley.orderflow.archive;

import org.jspecify.annotations.NullMarked;
