package io.parley.modelservice.parrot;

import java.util.Map;

/**
 * Repeats what it was taught.
 *
 * @param labels by text
 */
public record Parrot(Map<String, String> labels) {

    public Parrot {
        labels = Map.copyOf(labels);
    }

    /** A parrot that knows one text. */
    public static Parrot taught(String text, String label) {
        return new Parrot(Map.of(text, label));
    }

    String say(String text) {
        return labels.getOrDefault(text, "nothing");
    }
}
