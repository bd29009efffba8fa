/**
 * The services behind the gateway as it calls them: one pooled HTTP client, one address each. Their problem
 * documents travel through unchanged; their silence becomes a problem of our own.
 */
@NullMarked
package io.parley.gateway.upstream;

import org.jspecify.annotations.NullMarked;
