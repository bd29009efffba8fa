/** The desk: customers who want a person, and the people who talk with them. As it stands on the wire, for operators. */
@NullMarked
package io.parley.contracts.desk;

import org.jspecify.annotations.NullMarked;
