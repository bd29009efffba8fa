package io.parley.orderflow.slot;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What was said, cut into words. A word is a run of letters (an apostrophe may stand inside) or a number (with its
 * separators); {@code 15kg} is two words. Positions are indexes of words, ends exclusive.
 */
final class Utterance {

    /** More than a person says in one breath; what follows is not read. */
    private static final int LIMIT = 2_000;

    private static final String BREAKS = ",;.!?()\"\n";

    private final String text;
    private final List<Word> words;
    private final BitSet taken = new BitSet();

    private Utterance(String text, List<Word> words) {
        this.text = text;
        this.words = words;
    }

    /**
     * @param folded as its language folds it
     * @param start index in the text
     * @param end exclusive
     * @param pausedBefore whether punctuation parts it from the word before
     */
    private record Word(String folded, int start, int end, boolean pausedBefore) {}

    static Utterance of(String said, Folding folding) {
        String text = tidy(said.length() > LIMIT ? said.substring(0, LIMIT) : said);
        List<Word> words = new ArrayList<>();
        int end = 0;
        for (int at = 0; at < text.length(); at++) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                int start = at;
                at = Character.isDigit(text.charAt(at)) ? endOfNumber(text, at) : endOfLetters(text, at);
                words.add(new Word(folding.fold(text.substring(start, at)), start, at, pauses(text, end, start)));
                end = at;
                at--;
            }
        }
        return new Utterance(text, List.copyOf(words));
    }

    /** The words of a phrase as {@link #word} gives them. */
    static List<String> words(String phrase, Folding folding) {
        return of(phrase, folding).words.stream().map(Word::folded).toList();
    }

    /** Lower case without diacritics and apostrophes. */
    static String fold(String word) {
        String plain = word;
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 128) {
                plain = Normalizer.normalize(word, Normalizer.Form.NFKD);
                break;
            }
        }
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c != '\'' && Character.getType(c) != Character.NON_SPACING_MARK) {
                folded.append(c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** One character for one, so that positions stay. */
    private static String tidy(String said) {
        StringBuilder tidy = new StringBuilder(said.length());
        for (int i = 0; i < said.length(); i++) {
            char c = said.charAt(i);
            tidy.append(
                    switch (c) {
                        case '\u2018', '\u2019', '\u02BC', '`', '\u00B4' -> '\'';
                        case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
                        default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
                    });
        }
        return tidy.toString();
    }

    private static int endOfNumber(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Character.isDigit(text.charAt(at))
                        || ((text.charAt(at) == '.' || text.charAt(at) == ',') && digitAt(text, at + 1)))) {
            at++;
        }
        return at;
    }

    private static int endOfLetters(String text, int from) {
        int at = from;
        while (at < text.length() && (letterAt(text, at) || (text.charAt(at) == '\'' && letterAt(text, at + 1)))) {
            at++;
        }
        return at;
    }

    private static boolean letterAt(String text, int at) {
        return at < text.length()
                && (Character.isLetter(text.charAt(at))
                        || Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK);
    }

    private static boolean digitAt(String text, int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }

    private static boolean pauses(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (BREAKS.indexOf(c) >= 0 || ((c == ':' || c == '-') && i + 1 < to && text.charAt(i + 1) == ' ')) {
                return true;
            }
        }
        return false;
    }

    /** The same with other words in the same places. */
    Utterance replaced(UnaryOperator<String> replacement) {
        return new Utterance(
                text,
                words.stream()
                        .map(word -> new Word(
                                replacement.apply(word.folded()), word.start(), word.end(), word.pausedBefore()))
                        .toList());
    }

    int size() {
        return words.size();
    }

    String text() {
        return text;
    }

    /** The folded word, or an empty text beyond either end. */
    String word(int at) {
        return at < 0 || at >= words.size() ? "" : words.get(at).folded();
    }

    /** The folded words, parted by blanks. */
    String folded(int from, int to) {
        return words.subList(from, to).stream().map(Word::folded).collect(Collectors.joining(" "));
    }

    /** The words as they were said, with what stands between them. */
    String said(int from, int to) {
        return to <= from
                ? ""
                : text.substring(words.get(from).start(), words.get(to - 1).end());
    }

    /** What stands between a word and the one before it. */
    String gap(int at) {
        int start = at <= 0 ? 0 : words.get(at - 1).end();
        return at >= words.size()
                ? text.substring(start)
                : text.substring(start, words.get(at).start());
    }

    /** Whether a sentence, a clause or the whole begins here. */
    boolean pausedBefore(int at) {
        return at <= 0 || at >= words.size() || words.get(at).pausedBefore();
    }

    /** Whether the word is written with a capital. */
    boolean isCapital(int at) {
        return Character.isUpperCase(text.codePointAt(start(at)));
    }

    /** The index of a word in the text. */
    int start(int at) {
        return words.get(at).start();
    }

    /** The first word that begins at or after this index of the text. */
    int wordAt(int index) {
        int at = 0;
        while (at < words.size() && words.get(at).start() < index) {
            at++;
        }
        return at;
    }

    boolean isNumber(int at) {
        return !word(at).isEmpty() && Character.isDigit(word(at).charAt(0));
    }

    /** Marks words as understood, so that no other value is read from them. */
    void take(int from, int to) {
        taken.set(from, to);
    }

    boolean isTaken(int at) {
        return taken.get(at);
    }

    boolean isFree(int from, int to) {
        int next = taken.nextSetBit(from);
        return next < 0 || next >= to;
    }
}
