package io.parley.orderflow.slot;

import java.util.Locale;

/** Writes a name as it is written in a letter: {@code O'Neill}, {@code van der Berg}, {@code Jean-Luc}. */
final class NameSpelling {

    private NameSpelling() {}

    static String of(String said, Words words) {
        boolean shouted = said.length() > 3 && said.equals(said.toUpperCase(Locale.ROOT));
        String[] parts = said.trim().replaceAll("\\s*\\.\\s*", ". ").split("\\s+", -1);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            String part = shouted ? parts[i].toLowerCase(Locale.ROOT) : parts[i];
            boolean particle = i + 1 < parts.length
                    && words.phrases("name-particles").contains(words.fold(part))
                    && part.equals(part.toLowerCase(Locale.ROOT));
            name.append(i == 0 ? "" : " ").append(particle ? part : capitalised(part));
        }
        return name.toString();
    }

    /** Leaves a part alone that has a capital somewhere: its bearer knows best. */
    private static String capitalised(String part) {
        if (!part.equals(part.toLowerCase(Locale.ROOT))) {
            return Character.isUpperCase(part.codePointAt(0)) ? part : upper(part);
        }
        StringBuilder word = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            word.append(start ? Character.toUpperCase(c) : c);
            boolean elision = c == '\'' && i <= 2 && part.length() - i > 3;
            start = c == '-' || elision;
        }
        boolean scottish = word.length() > 4 && word.indexOf("Mc") == 0;
        return scottish ? "Mc" + upper(word.substring(2)) : word.toString();
    }

    private static String upper(String part) {
        return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
    }
}
