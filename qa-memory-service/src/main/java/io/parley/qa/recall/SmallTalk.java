package io.parley.qa.recall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What people say and ask that hardly any offer has a fact for: every memory learns that none fits. */
final class SmallTalk {

    private static final String FILE = "small-talk.txt";

    private SmallTalk() {}

    /** The lines, in their order. */
    static List<String> lines() {
        try (InputStream in = SmallTalk.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + FILE + " beside " + SmallTalk.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
