/** What a candidate, a model version or an edited campaign, would have changed in conversations that were had. */
@NullMarked
package io.parley.contracts.candidate;

import org.jspecify.annotations.NullMarked;
