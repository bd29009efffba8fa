package io.parley.modelservice.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An evaluation with the version it is about. */
record EvaluationView(String version, @JsonUnwrapped Record evaluation) {}
