package io.parley.orderflow.slot;

import io.parley.campaign.Slot;

/** Tells a no to a text that is asked for from the text itself: "no card please", "no words can say how sorry I am". */
final class TextDecline {

    /** A no with more words behind it may begin a text: "no words can say how sorry I am". */
    private static final int FEW = 2;

    private TextDecline() {}

    /** Whether the words up to {@code end} decline the slot, if it may be declined. */
    static boolean isSaid(Hearing hearing, Slot slot, int end) {
        int from = hearing.words().phrases("fillers").endAt(hearing.utterance(), 0);
        int start = from < end ? from : 0;
        return slot.optional()
                && (hearing.words().phrases("no").endAt(hearing.utterance(), start) >= end
                        || hearing.words().phrases("decline").endAt(hearing.utterance(), start) >= end
                        || saysNoneOf(hearing, slot, start, end));
    }

    /** "No card please", "nope no msg": a no to what the slot is called, or two. */
    private static boolean saysNoneOf(Hearing hearing, Slot slot, int start, int end) {
        Utterance utterance = hearing.utterance();
        Phrases no = hearing.words().phrases("no");
        int behind = no.endAt(utterance, start);
        boolean again = no.endAt(utterance, behind) > behind
                || hearing.words().phrases("no-adjacent").contains(utterance.word(behind));
        boolean named = hearing.words().split(slot.name().replace('_', ' ')).contains(utterance.word(behind))
                || hearing.words().phrases("message-words").contains(utterance.word(behind));
        return behind > start && end - behind <= FEW && (again || named);
    }
}
