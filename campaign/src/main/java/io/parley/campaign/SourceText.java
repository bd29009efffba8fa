package io.parley.campaign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Gets text out of a file that anybody may have saved with anything. */
final class SourceText {

    /** No flow or set of facts written by people comes near it, in bytes. */
    static final int YAML_LIMIT = 8 << 20;

    /** Half a million rows, in bytes. */
    static final int CSV_LIMIT = 64 << 20;

    private SourceText() {}

    /** The file's text without a byte order mark, or nothing and a problem. */
    static Optional<String> read(Path file, int limit, Report report) {
        if (Files.isDirectory(file)) {
            report.error(0, "is a folder", "Put a file of this name there");
            return Optional.empty();
        }
        try {
            if (Files.size(file) > limit) {
                tooLarge(limit, report);
                return Optional.empty();
            }
            return decode(Files.readAllBytes(file), limit, report);
        } catch (IOException e) {
            report.error(
                    0,
                    "cannot be opened (" + e.getClass().getSimpleName() + ")",
                    "Check that it is there and may be read");
            return Optional.empty();
        }
    }

    /** The text without a byte order mark, or nothing and a problem. */
    static Optional<String> decode(byte[] bytes, int limit, Report report) {
        if (bytes.length > limit) {
            tooLarge(limit, report);
            return Optional.empty();
        }
        if (isUtf16(bytes)) {
            report.error(0, "is saved as UTF-16", "Save it as UTF-8");
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            report.error(line(text, text.length()), "has a letter that is not UTF-8", "Save the file as UTF-8");
            return Optional.empty();
        }
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            report.error(line(text, zero), "has bytes that are no text", "Save it as plain text in UTF-8");
            return Optional.empty();
        }
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (unmarked.isBlank()) {
            report.error(0, "is empty", "Write something into it or remove it");
            return Optional.empty();
        }
        return Optional.of(unmarked);
    }

    private static void tooLarge(int limit, Report report) {
        report.error(0, "is larger than " + (limit >> 20) + " MiB", "Split it or check that it is the right file");
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    }

    private static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
