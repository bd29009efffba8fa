package io.parley.contracts.desk;

/** Somebody on duty takes a customer from the queue. */
public record TakeRequest(String agent) {}
