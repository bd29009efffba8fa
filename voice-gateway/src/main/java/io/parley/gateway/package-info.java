/**
 * The public entry: what customers and operators reach. It keeps nothing; the services behind it decide.
 * Chat and calls arrive here.
 */
@NullMarked
package io.parley.gateway;

import org.jspecify.annotations.NullMarked;
