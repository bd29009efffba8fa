package io.parley.intent.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parley.intent.evaluation.Evaluation;

/** An evaluation with the version it is about. */
record EvaluationView(String version, @JsonUnwrapped Evaluation evaluation) {}
