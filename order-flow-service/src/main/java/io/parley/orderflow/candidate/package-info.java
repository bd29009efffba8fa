/** Tries candidates, model versions and edited campaigns, on conversations that were had, before customers meet them. */
@NullMarked
package io.parley.orderflow.candidate;

import org.jspecify.annotations.NullMarked;
