package io.parley.campaign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names the content of files: comments, quotes and layout make no difference, everything else does. */
final class CampaignVersion {

    private static final int BYTES = 6;

    private CampaignVersion() {}

    /** Twelve hexadecimal digits. */
    static String of(List<Tree> trees) {
        StringBuilder content = new StringBuilder();
        trees.forEach(tree -> append(tree, content));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
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
