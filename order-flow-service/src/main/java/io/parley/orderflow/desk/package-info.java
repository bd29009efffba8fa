/** The desk as operators call it, and what happens there by itself. What is said to customers is made among their turns. */
@NullMarked
package io.parley.orderflow.desk;

import org.jspecify.annotations.NullMarked;
