/**
 * The page at {@code /}, and the pages that explain problems.
 */
@NullMarked
package io.parley.gateway.page;

import org.jspecify.annotations.NullMarked;
