package io.parley.speech.grammar;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What may be said, as a pattern of words. */
public sealed interface Phrase {
    /**
     * One spoken word.
     *
     * @param text lower case
     */
    record Word(String text) implements Phrase {}

    /** One after another. */
    record Sequence(List<Phrase> parts) implements Phrase {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** One of several, each as likely. */
    record OneOf(List<Phrase> ways) implements Phrase {
        public OneOf {
            ways = List.copyOf(ways);
        }
    }

    /**
     * It, or nothing.
     *
     * @param share how often it is said, in (0, 1)
     */
    record Maybe(Phrase phrase, double share) implements Phrase {}

    /** It once or more often. */
    record Repeated(Phrase phrase) implements Phrase {}

    /** The words of a sentence, separated by spaces, one after another. */
    static Phrase words(String words) {
        List<Phrase> parts =
                Arrays.stream(words.split(" ")).<Phrase>map(Word::new).toList();
        return parts.size() == 1 ? parts.getFirst() : new Sequence(parts);
    }

    /** One of several sentences, separated by bars: {@code yes|of course}. */
    static Phrase either(String sentences) {
        return new OneOf(
                Arrays.stream(sentences.split("\\|")).map(Phrase::words).toList());
    }

    static Phrase either(Phrase... ways) {
        return new OneOf(List.of(ways));
    }

    static Phrase sequence(Phrase... parts) {
        return new Sequence(List.of(parts));
    }

    /** It or nothing, both as likely. */
    static Phrase maybe(Phrase phrase) {
        return new Maybe(phrase, 0.5);
    }

    /** Mostly nothing. */
    static Phrase rarely(Phrase phrase) {
        return new Maybe(phrase, 0.1);
    }

    /** Every word in it. */
    default Set<String> vocabulary() {
        Set<String> words = new TreeSet<>();
        collect(this, words);
        return words;
    }

    private static void collect(Phrase phrase, Set<String> words) {
        switch (phrase) {
            case Word word -> words.add(word.text());
            case Sequence sequence -> sequence.parts().forEach(part -> collect(part, words));
            case OneOf oneOf -> oneOf.ways().forEach(way -> collect(way, words));
            case Maybe maybe -> collect(maybe.phrase(), words);
            case Repeated repeated -> collect(repeated.phrase(), words);
        }
    }
}
