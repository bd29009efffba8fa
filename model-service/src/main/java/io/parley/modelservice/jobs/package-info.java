/** Trains campaigns: at start where needed, later when asked; publishes versions and puts them to use. */
@NullMarked
package io.parley.modelservice.jobs;

import org.jspecify.annotations.NullMarked;
