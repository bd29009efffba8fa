/** The operator's interface to models: training jobs, studies, versions, evaluations, comparisons. Predictions are each service's own. */
@NullMarked
package io.parley.modelservice.rest;

import org.jspecify.annotations.NullMarked;
