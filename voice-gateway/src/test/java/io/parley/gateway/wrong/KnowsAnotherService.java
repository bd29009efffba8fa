package io.parley.gateway.wrong;

import io.parley.elsewhere.AnotherService;

/** Uses a class of another service. */
public record KnowsAnotherService(AnotherService service) {}
