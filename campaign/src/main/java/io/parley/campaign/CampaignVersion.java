package io.parley.campaign;

import java.util.List;

/** Names the content of files: comments, quotes and layout make no difference, everything else does. */
final class CampaignVersion {

    private CampaignVersion() {}

    /** Twelve hexadecimal digits. */
    static String of(List<Tree> trees) {
        StringBuilder content = new StringBuilder();
        trees.forEach(tree -> append(tree, content));
        return ContentHash.of(content.toString());
    }

    private static void append(Tree tree, StringBuilder content) {
        switch (tree) {
            case Tree.Text text -> append('t', text.value(), content);
            case Tree.Nothing nothing -> content.append('n');
            case Tree.Items items -> {
                content.append('[');
                items.items().forEach(item -> append(item, content));
                content.append(']');
            }
            case Tree.Fields fields -> {
                content.append('{');
                fields.fields().forEach((key, field) -> {
                    append('k', key, content);
                    append(field.value(), content);
                });
                content.append('}');
            }
        }
    }

    /** With its length before it, so that no two contents read the same. */
    private static void append(char kind, String text, StringBuilder content) {
        content.append(kind).append(text.length()).append(':').append(text);
    }
}
