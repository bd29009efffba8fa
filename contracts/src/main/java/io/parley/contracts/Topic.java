package io.parley.contracts;

/**
 * A Kafka topic and the only payload type allowed on it.
 *
 * @param name the topic's name, ending in its version, for example {@code orders.v1}
 * @param payload what every record of the topic holds, as JSON
 */
public record Topic<T>(String name, Class<T> payload) {}
