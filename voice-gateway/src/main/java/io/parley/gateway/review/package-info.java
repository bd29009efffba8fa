/** Label review for operators: the queue of the order flow, and with the next-state model what a batch of rows was worth. */
@NullMarked
package io.parley.gateway.review;

import org.jspecify.annotations.NullMarked;
