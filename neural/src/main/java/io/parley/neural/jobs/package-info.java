/** Trainings and studies, one at a time: queued by priority, followed, cancelled. */
@NullMarked
package io.parley.neural.jobs;

import org.jspecify.annotations.NullMarked;
