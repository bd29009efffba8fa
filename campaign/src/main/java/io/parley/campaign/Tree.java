package io.parley.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML document with the line of everything in it. */
sealed interface Tree {

    /** Where it begins, from 1. */
    int line();

    /** How it is called in messages. */
    String kind();

    /** A text, number, date or yes/no, exactly as it is written. */
    record Text(String value, int line) implements Tree {
        @Override
        public String kind() {
            return "a text";
        }
    }

    /** Nothing after the colon. */
    record Nothing(int line) implements Tree {
        @Override
        public String kind() {
            return "nothing";
        }
    }

    /** A list. */
    record Items(List<Tree> items, int line) implements Tree {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with values, in the order of the file. */
    record Fields(Map<String, Field> fields, int line) implements Tree {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String kind() {
            return "keys with values";
        }
    }

    /**
     * @param line of the key
     */
    record Field(int line, Tree value) {}
}
