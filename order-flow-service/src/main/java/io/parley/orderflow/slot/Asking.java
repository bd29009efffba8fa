package io.parley.orderflow.slot;

import java.util.Locale;
import java.util.stream.Stream;

/** Whether customers ask about something, or ask for it. */
public final class Asking {

    private Asking() {}

    /** Whether something is asked for, and not about: "Could you bring it", but not "could you tell me". */
    public static boolean isRequest(Locale locale, String text) {
        Words words = Words.of(locale);
        Utterance utterance = words.hear(text);
        return Clauses.starts(words, utterance)
                .anyMatch(at -> words.phrases("requesting").endAt(utterance, at) > at
                        && !words.phrases("inquiring").anyWithin(utterance, at, utterance.size()));
    }

    /** Whether it begins as a question does and is no request: "Oh well, will a doctor examine us first". */
    public static boolean isQuestion(Locale locale, String text) {
        return begins("asking", locale, text) && !isRequest(locale, text);
    }

    /** Whether it is asked with who, what, how or the like, which proposes nothing: "What is better about the comfort cabin". */
    public static boolean isOpenQuestion(Locale locale, String text) {
        return begins("asking-about", locale, text) && isQuestion(locale, text);
    }

    /** Whether it is a question only when typing errors are mended, which a network may not see through: "waht is better". */
    public static boolean isMistypedQuestion(Locale locale, String text) {
        Words words = Words.of(locale);
        Utterance utterance = words.hear(text);
        int at = Clauses.opening(words, utterance);
        return isQuestion(locale, text) && words.phrases("asking").endAt(utterance, at) == at;
    }

    /** Whether something is proposed and nothing asked besides: "What about the third of March?" */
    public static boolean isProposal(Locale locale, String text) {
        Words words = Words.of(locale);
        Utterance utterance = words.asked(words.hear(text));
        int at = Clauses.opening(words, utterance);
        int end = words.phrases("proposing-a-value").endAt(utterance, at);
        return end > at && !asks(words, utterance, end);
    }

    /** Whether any word asks, wherever it stands. */
    public static boolean isAny(Locale locale, String text) {
        Words words = Words.of(locale);
        return text.indexOf('?') >= 0 || isAny(words, words.hear(text));
    }

    /** The same but for question marks. */
    static boolean isAny(Words words, Utterance utterance) {
        return asks(words, words.asked(utterance), 0);
    }

    private static boolean asks(Words words, Utterance utterance, int from) {
        return Stream.of("asking", "asking-about", "opening-questions", "requesting", "inquiring")
                .anyMatch(entry -> words.phrases(entry).anyWithin(utterance, from, utterance.size()));
    }

    private static boolean begins(String entry, Locale locale, String text) {
        Words words = Words.of(locale);
        Utterance utterance = words.asked(words.hear(text));
        int at = Clauses.opening(words, utterance);
        return words.phrases(entry).endAt(utterance, at) > at;
    }
}
