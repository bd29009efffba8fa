package io.parley.orderflow.slot;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What customers are resolved to do: to wait, to call everything off, to begin anew, or to have something more or otherwise. */
public final class Resolve {

    /** Things parted by so many pauses are a list. */
    private static final int LISTED = 2;

    private Resolve() {}

    /** Whether they only ask for a moment: "No, hold on". */
    public static boolean isOpen(Locale locale, String text) {
        return says("moment", locale, text);
    }

    /** Whether they call everything off and leave no doubt: "Forget it, please cancel". */
    public static boolean isPlain(Locale locale, String text) {
        return says("calling-off", locale, text);
    }

    /** Whether they find it too dear, in so many words: "that is way too pricey for us". */
    public static boolean isTooMuch(Locale locale, String text) {
        return says("objecting-to-the-price", locale, text);
    }

    /** Whether they want somebody to talk to, in so many words: "give me a real person". */
    public static boolean isForAPerson(Locale locale, String text) {
        return says("wanting-a-person", locale, text);
    }

    /** Whether they ask for something to be added: "Add it after all". */
    public static boolean isToAdd(Locale locale, String text) {
        return says("adding", locale, text);
    }

    /** Whether they say that the order is not to be called off: "No, don't cancel, I want to keep it". */
    public static boolean isToKeep(Locale locale, String text) {
        return says("not-calling-off", locale, text);
    }

    /** Whether they want to begin anew and say so: "I messed this up, start over". */
    public static boolean isToBeginAnew(Locale locale, String text) {
        Words words = Words.of(locale);
        Utterance utterance = words.hear(text);
        return Clauses.starts(words, utterance).anyMatch(at -> {
            int end = words.phrases("beginning-anew").endAt(utterance, at);
            return end > at && closes(words, utterance, end);
        });
    }

    /** Whether it begins with a yes or a no: "Nothing like that for us", but not "the whole office has to say yes first". */
    public static boolean isAnswering(Locale locale, String text) {
        Words words = Words.of(locale);
        Utterance utterance = words.corrected(words.hear(text));
        int at = Clauses.opening(words, utterance);
        return Stream.of("yes", "short-yes", "lone-yes", "no", "decline")
                .anyMatch(entry -> words.phrases(entry).endAt(utterance, at) > at);
    }

    /** Whether it agrees and says nothing else: "yes, please". "Fine" may also mean that it is fine as it is. */
    public static boolean isAgreeing(Locale locale, String text) {
        Words words = Words.of(locale);
        Utterance utterance = words.corrected(words.hear(text));
        boolean agrees = false;
        int at = 0;
        while (at < utterance.size()) {
            int yes = words.phrases("agreeing").endAt(utterance, at);
            int end = Math.max(yes, words.phrases("courtesies").endAt(utterance, at));
            if (end == at) {
                return false;
            }
            agrees |= yes > at;
            at = end;
        }
        return agrees;
    }

    /** Whether a no is followed by nothing but things, one after the other: "no, the spacewalk, the jacket, and the album". */
    public static boolean isListing(Locale locale, String text) {
        Words words = Words.of(locale);
        Utterance utterance = words.hear(text);
        int no = words.phrases("no").endAt(utterance, 0);
        boolean asks = Stream.of("asking", "asking-about", "requesting", "inquiring")
                .anyMatch(entry -> words.phrases(entry).anyWithin(utterance, no, utterance.size()));
        long pauses = IntStream.range(no, utterance.size())
                .filter(utterance::pausedBefore)
                .count();
        return no > 0 && pauses >= LISTED && !asks;
    }

    /** Whether something is to be otherwise than it is: "in two weeks instead". */
    public static boolean isToChange(Locale locale, String text) {
        return says("instead", locale, text);
    }

    /** Whether something is to be made otherwise, in so many words: "make it five", "can you make it a return after all". */
    public static boolean isToMakeOver(Locale locale, String text) {
        return says("making-over", locale, text);
    }

    /** Whether it begins with a polite no: "No thanks, there is too much at home as it is". */
    public static boolean isDeclining(Locale locale, String text) {
        Words words = Words.of(locale);
        Utterance utterance = words.hear(text);
        int at = words.phrases("fillers").endAt(utterance, 0);
        return words.phrases("declining").endAt(utterance, at) > at;
    }

    /** Whether it begins as what takes something back does: "Sorry, I can't be there before four". */
    public static boolean isTakingBack(Locale locale, String text) {
        Words words = Words.of(locale);
        return words.phrases("repair").endAt(words.hear(text), 0) > 0;
    }

    /** Whether the clause ends here and asks nothing, but for a courtesy or what is to be kept. */
    private static boolean closes(Words words, Utterance utterance, int at) {
        boolean ends = utterance.pausedBefore(at)
                || utterance.pausedBefore(words.phrases("courtesies").endAt(utterance, at))
                || words.phrases("but").contains(utterance.word(at));
        return ends && !utterance.gap(at).contains("?");
    }

    private static boolean says(String entry, Locale locale, String text) {
        Words words = Words.of(locale);
        Utterance utterance = words.hear(text);
        return words.phrases(entry).anyWithin(utterance, 0, utterance.size());
    }
}
