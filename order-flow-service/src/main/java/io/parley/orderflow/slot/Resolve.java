package io.parley.orderflow.slot;

import java.util.Locale;

/** What customers are resolved to do: to wait, to call everything off, or to have something more. */
public final class Resolve {

    private Resolve() {}

    /** Whether they only ask for a moment: "No, hold on". */
    public static boolean isOpen(Locale locale, String text) {
        return says("moment", locale, text);
    }

    /** Whether they call everything off and leave no doubt: "Forget it, please cancel". */
    public static boolean isPlain(Locale locale, String text) {
        return says("calling-off", locale, text);
    }

    /** Whether they ask for something to be added: "Add it after all". */
    public static boolean isToAdd(Locale locale, String text) {
        return says("adding", locale, text);
    }

    private static boolean says(String entry, Locale locale, String text) {
        Words words = Words.of(locale);
        Utterance utterance = words.hear(text);
        return words.phrases(entry).anyWithin(utterance, 0, utterance.size());
    }
}
