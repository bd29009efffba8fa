/**
 * Facts that operators change while their campaign is sold: kept in the database over those of the folder, told to customers
 * from the next turn on, and published for the memory.
 */
@NullMarked
package io.parley.orderflow.facts;

import org.jspecify.annotations.NullMarked;
