package io.parley.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where everything in a YAML file stands, for checks that are made after reading. */
final class Lines {

    private final Map<List<String>, Integer> lines = new HashMap<>();

    Lines(Tree root) {
        walk(List.of(), root, root.line());
    }

    /**
     * The line of what lies under these keys (items of lists count from 0), or of the nearest thing above it.
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
                }
            }
            case Tree.Text text -> {}
            case Tree.Nothing nothing -> {}
        }
    }

    private static List<String> below(List<String> path, String key) {
        ArrayList<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
