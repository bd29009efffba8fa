/** How written words are compared, the same in every service. */
@NullMarked
package io.parley.contracts.text;

import org.jspecify.annotations.NullMarked;
