package io.parley.orderflow.slot;

import java.util.Locale;
import java.util.stream.IntStream;

/** Tells who only asks for a moment, and so has not decided anything: "No, hold on". */
public final class Moment {

    private Moment() {}

    public static boolean isAskedFor(Locale locale, String text) {
        Words words = Words.of(locale);
        Utterance utterance = words.hear(text);
        Phrases moment = words.phrases("moment");
        return IntStream.range(0, utterance.size()).anyMatch(at -> moment.endAt(utterance, at) > at);
    }
}
