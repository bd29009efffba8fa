/**
 * Who may call what, how often, how large, and from which pages.
 */
@NullMarked
package io.parley.gateway.security;

import org.jspecify.annotations.NullMarked;
