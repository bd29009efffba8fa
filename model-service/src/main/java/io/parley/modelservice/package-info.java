/** What every model service does around its model. A service imports {@link io.parley.modelservice.ModelServiceConfiguration}. */
@NullMarked
package io.parley.modelservice;

import org.jspecify.annotations.NullMarked;
