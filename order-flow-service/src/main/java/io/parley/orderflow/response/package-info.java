/** What is said: prepared templates, chosen without chance and filled with what the session knows. */
@NullMarked
package io.parley.orderflow.response;

import org.jspecify.annotations.NullMarked;
