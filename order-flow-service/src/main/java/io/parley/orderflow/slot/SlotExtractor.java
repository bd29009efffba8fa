package io.parley.orderflow.slot;

import io.parley.campaign.Campaign;

/** Finds the values of slots in what a customer says. Knows nothing but the campaign and the words. */
public final class SlotExtractor {

    static final Lexicons LEXICONS = new Lexicons();

    private SlotExtractor() {}

    /**
     * Reads one utterance: the slots the state collects first, other slots of the campaign only where the words are
     * unambiguous. A slot that is known and not wanted keeps its value unless the customer is correcting.
     *
     * @return nothing for words that say nothing about a slot; never fails because of what was said
     */
    public static Extraction extract(Campaign campaign, Heard heard) {
        Lexicon lexicon = LEXICONS.of(campaign);
        Utterance utterance = lexicon.words().hear(heard.text());
        return utterance.size() == 0 ? Extraction.NOTHING : Listening.to(lexicon, heard, utterance);
    }
}
