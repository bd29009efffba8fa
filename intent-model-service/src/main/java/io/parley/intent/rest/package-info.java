/** The operator's interface to models: training jobs, versions, evaluations, predictions. */
@NullMarked
package io.parley.intent.rest;

import org.jspecify.annotations.NullMarked;
