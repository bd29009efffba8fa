package io.parley.neural.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts a text into the pieces an uncased BERT knows: lower case, no accents, punctuation and CJK characters apart, then
 * the longest known prefix again and again.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. (2018)</a>
 */
final class WordPiece {

    private static final String UNKNOWN = "[UNK]";
    private static final String CONTINUES = "##";
    /** A longer word counts as unknown. */
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int opening;
    private final int closing;
    private final int unknown;

    private WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.opening = id("[CLS]");
        this.closing = id("[SEP]");
        this.unknown = id(UNKNOWN);
    }

    /**
     * Reads the vocabulary of a {@code tokenizer.json} on the class path.
     *
     * @throws IllegalStateException if it is not there
     */
    static WordPiece ofResource(String resource) {
        try (InputStream in = WordPiece.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + resource
                        + "; the artifact of the pretrained encoder belongs beside this library");
            }
            JsonNode words = JsonMapper.shared().readTree(in).required("model").required("vocab");
            Map<String, Integer> vocabulary = HashMap.newHashMap(words.size());
            words.properties()
                    .forEach(word ->
                            vocabulary.put(word.getKey(), word.getValue().intValue()));
            return new WordPiece(vocabulary);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    int opening() {
        return opening;
    }

    int closing() {
        return closing;
    }

    /** The id of a piece; the unknown piece's where there is none. */
    int id(String piece) {
        return vocabulary.getOrDefault(piece, unknown);
    }

    /** Whether a word in lower case is a piece. */
    boolean isPiece(String word) {
        return vocabulary.containsKey(word);
    }

    /** The pieces of a text, without opening and closing marks. */
    List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (String word : words(text)) {
            cut(word, pieces);
        }
        return pieces;
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        plain.codePoints().forEach(c -> {
            if (isIgnored(c)) {
                return;
            }
            if (isSpace(c)) {
                flush(word, words);
            } else if (standsAlone(c)) {
                flush(word, words);
                words.add(Character.toString(c));
            } else {
                word.appendCodePoint(c);
            }
        });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private void cut(String word, List<String> pieces) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            pieces.add(UNKNOWN);
            return;
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start < word.length()) {
            int end = word.length();
            String prefix = start == 0 ? "" : CONTINUES;
            while (end > start && !vocabulary.containsKey(prefix + word.substring(start, end))) {
                end--;
            }
            if (end == start) {
                pieces.add(UNKNOWN);
                return;
            }
            parts.add(prefix + word.substring(start, end));
            start = end;
        }
        pieces.addAll(parts);
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isIgnored(int c) {
        if (c == 0 || c == 0xFFFD) {
            return true;
        }
        if (c == '\t' || c == '\n' || c == '\r') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean standsAlone(int c) {
        boolean asciiSymbol =
                (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
        if (asciiSymbol || isIdeograph(c)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }
}
