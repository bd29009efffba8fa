package io.parley.modelservice.wrong;

import io.parley.elsewhere.AnotherService;

/** Uses a class of a service. */
public record KnowsAService(AnotherService service) {}
