package io.parley.qa.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parley.qa.evaluation.AnswerEvaluation;

/** An evaluation with the version it is about. */
record EvaluationView(String version, @JsonUnwrapped AnswerEvaluation evaluation) {}
