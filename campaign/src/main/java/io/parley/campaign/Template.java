package io.parley.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One reply as it is written: words with {@code {{variables}}} between them.
 *
 * @param parts in order
 */
public record Template(List<Part> parts) {

    private static final Pattern VARIABLE =
            Pattern.compile("\\{\\{\\s*([a-zA-Z0-9_-]+(?:\\.[a-zA-Z0-9_-]+)?)\\s*\\}\\}");

    /** A piece of it. */
    public sealed interface Part {

        /** Words that are said as they stand. */
        record Words(String text) implements Part {}

        /**
         * Something to be filled in.
         *
         * @param name without the braces, for example {@code design.options}
         */
        record Variable(String name) implements Part {}
    }

    public Template {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a reply.
     *
     * @throws IllegalArgumentException if it has a brace that is not part of a {@code {{variable}}}
     */
    public static Template of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            addWords(text.substring(end, matcher.start()), parts);
            parts.add(new Part.Variable(matcher.group(1)));
            end = matcher.end();
        }
        addWords(text.substring(end), parts);
        return new Template(parts);
    }

    /** The names of its variables, in order, each once. */
    public List<String> variables() {
        return parts.stream()
                .flatMap(part -> part instanceof Part.Variable(String name) ? Stream.of(name) : Stream.empty())
                .distinct()
                .toList();
    }

    private static void addWords(String words, List<Part> parts) {
        if (words.indexOf('{') >= 0 || words.indexOf('}') >= 0) {
            throw new IllegalArgumentException("a brace in '" + words.strip() + "' belongs to no {{variable}}");
        }
        if (!words.isEmpty()) {
            parts.add(new Part.Words(words));
        }
    }
}
