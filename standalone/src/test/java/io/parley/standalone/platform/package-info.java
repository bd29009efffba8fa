/** The platform as a whole: real processes, real servers, and what customers and operators see of them. */
@NullMarked
package io.parley.standalone.platform;

import org.jspecify.annotations.NullMarked;
