/**
 * The public entry: what customers and operators reach. It keeps nothing; the services behind it decide.
 * Voice arrives here later; today it carries chat.
 */
@NullMarked
package io.parley.gateway;

import org.jspecify.annotations.NullMarked;
