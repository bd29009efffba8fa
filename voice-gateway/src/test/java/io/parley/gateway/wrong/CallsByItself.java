package io.parley.gateway.wrong;

import java.net.http.HttpClient;

/** Calls a service past the upstream package. */
public record CallsByItself(HttpClient http) {}
