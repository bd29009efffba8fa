package io.parley.contracts;

import java.util.Map;

/**
 * A Kafka topic and the only payload type allowed on it.
 *
 * @param name the topic's name, ending in its version, for example {@code orders.v1}
 * @param payload what every record of the topic holds, as JSON
 * @param settings what the broker has to know to keep its promise of retention: its topic configuration
 */
public record Topic<T>(String name, Class<T> payload, Map<String, String> settings) {

    public Topic {
        settings = Map.copyOf(settings);
    }
}
