/**
 * The OpenAPI document: what it says beyond the signatures.
 */
@NullMarked
package io.parley.gateway.openapi;

import org.jspecify.annotations.NullMarked;
