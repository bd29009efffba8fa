/**
 * Training, versions and predictions of the two model services, forwarded as they come.
 */
@NullMarked
package io.parley.gateway.model;

import org.jspecify.annotations.NullMarked;
