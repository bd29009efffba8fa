package io.parley.orderflow.slot;

import io.parley.campaign.Campaign;
import java.util.regex.Pattern;

/** Finds the values of slots in what a customer says. Knows nothing but the campaign and the words. */
public final class SlotExtractor {

    static final Lexicons LEXICONS = new Lexicons();

    /** What stands in angle brackets with attributes or figures, what stands in braces, and colours of a terminal. */
    private static final Pattern MARKUP =
            Pattern.compile("<[^<>]*[=\\d][^<>]*>|[$#]?\\{[^{}]*\\}|\\[\\d{1,3}(;\\d{1,3})*m");

    private SlotExtractor() {}

    /**
     * Reads one utterance: the slots the state collects first, other slots of the campaign only where the words are
     * unambiguous. A slot that is known and not wanted keeps its value unless the customer is correcting.
     *
     * @return nothing for words that say nothing about a slot; never fails because of what was said
     */
    public static Extraction extract(Campaign campaign, Heard heard) {
        return extract(hearing(campaign, heard));
    }

    /**
     * Reads an utterance that gives values and says nothing else: "two of us, please", but not "two of us are vegetarians".
     *
     * @return nothing where something else is said, or nothing at all
     */
    public static Extraction extractBare(Campaign campaign, Heard heard) {
        Hearing hearing = hearing(campaign, heard);
        Extraction extraction = extract(hearing);
        return Remainder.isEmpty(hearing) ? extraction : Extraction.NOTHING;
    }

    private static Hearing hearing(Campaign campaign, Heard heard) {
        Lexicon lexicon = LEXICONS.of(campaign);
        return new Hearing(lexicon, heard, lexicon.words().hear(legible(heard.text())));
    }

    private static Extraction extract(Hearing hearing) {
        return saysNothing(hearing) ? Extraction.NOTHING : Listening.to(hearing);
    }

    /** "Testing, one two three" is no number. */
    private static boolean saysNothing(Hearing hearing) {
        Utterance utterance = hearing.withoutSlips();
        return hearing.words().phrases("sound-checks").endAt(utterance, 0) >= utterance.size();
    }

    /** The text with blanks in place of markup, of which nothing was said: the 7 of "${7*7}" is nobody's number. */
    public static String legible(String text) {
        return MARKUP.matcher(text)
                .replaceAll(markup -> " ".repeat(markup.group().length()));
    }
}
