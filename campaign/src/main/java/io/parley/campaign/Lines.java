package io.parley.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where everything in a YAML file stands, for checks that are made after reading. */
final class Lines {

    private static final String ITEM = "id: ";

    private final Map<List<String>, Integer> lines = new HashMap<>();

    Lines(Tree root) {
        walk(List.of(), root, root.line());
    }

    /**
     * The line of what lies under these keys, or of the nearest thing above it. An item of a list is named by its text,
     * by its position from 0, by {@link #item its id}, or by the text of its {@code say}.
     */
    int of(String... path) {
        List<String> rest = List.of(path);
        while (true) {
            Integer line = lines.get(rest);
            if (line != null) {
                return line;
            }
            rest = rest.subList(0, rest.size() - 1);
        }
    }

    private void walk(List<String> path, Tree tree, int line) {
        lines.put(path, line);
        switch (tree) {
            case Tree.Fields fields ->
                fields.fields().forEach((key, field) -> walk(below(path, key), field.value(), field.line()));
            case Tree.Items items -> {
                for (int i = 0; i < items.items().size(); i++) {
                    Tree item = items.items().get(i);
                    walk(below(path, String.valueOf(i)), item, item.line());
                    switch (item) {
                        case Tree.Text text -> lines.putIfAbsent(below(path, text.value()), text.line());
                        case Tree.Fields fields
                        when textOf(fields, "id") instanceof Tree.Text id ->
                            walk(below(path, item(id.value())), fields, fields.line());
                        case Tree.Fields fields
                        when textOf(fields, "say") instanceof Tree.Text say ->
                            lines.putIfAbsent(below(path, say.value()), say.line());
                        case Tree.Fields fields -> {}
                        case Tree.Items inner -> {}
                        case Tree.Nothing nothing -> {}
                    }
                }
            }
            case Tree.Text text -> {}
            case Tree.Nothing nothing -> {}
        }
    }

    /** How an item of a list is named that has an {@code id}. */
    static String item(String id) {
        return ITEM + id;
    }

    private static @Nullable Tree textOf(Tree.Fields fields, String key) {
        Tree.Field field = fields.fields().get(key);
        return field == null ? null : field.value();
    }

    private static List<String> below(List<String> path, String key) {
        ArrayList<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
