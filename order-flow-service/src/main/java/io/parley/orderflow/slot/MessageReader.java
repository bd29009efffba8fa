package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.List;
import java.util.Optional;

/**
 * Fills the wanted slot of type text that has no form of its own, such as a message or a note, with the customer's words as they
 * are: "sorry for your loss". Only what asks for them to be written is left out, "please write: happy birthday!"
 */
final class MessageReader implements SlotReader {

    private static final String QUOTES = "\"'\u201C\u201D\u201E\u00AB\u00BB";

    @Override
    public void read(Hearing hearing) {
        Optional<Slot> slot = hearing.wanted(SlotType.TEXT).filter(MessageReader::isMessage);
        boolean other = hearing.heard().correcting() && hearing.hasUnderstood();
        if (slot.filter(hearing::isOpen).isEmpty() || other) {
            return;
        }
        Utterance utterance = hearing.utterance();
        int from = start(hearing);
        int to = LeadIns.skipBack(hearing, "please", from);
        int end = from;
        while (end < to && !utterance.isTaken(end)) {
            end++;
        }
        int bare = LeadIns.skipBack(hearing, "courtesies", from);
        boolean declined = bare > from && TextDecline.isSaid(hearing, slot.get(), bare);
        if (from < end && !declined) {
            String said = end == utterance.size()
                    ? utterance.text().substring(utterance.start(from))
                    : utterance.said(from, end);
            hearing.fill(slot.get(), List.of(unquoted(said)));
            if (hearing.hasFilled(slot.get())) {
                utterance.take(0, utterance.size());
            }
        }
    }

    /** Whether the slot takes any words. */
    static boolean isMessage(Slot slot) {
        return slot.type() == SlotType.TEXT && slot.limits().pattern().isEmpty();
    }

    /** Behind "ok," and "please write": what has no pause behind it belongs to the text. */
    private static int start(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        int filler = hearing.words().phrases("message-fillers").endAt(utterance, 0);
        int at = filler < utterance.size() && utterance.pausedBefore(filler) ? filler : 0;
        int written = hearing.words().phrases("message-lead-ins").endAt(utterance, at);
        return written < utterance.size() ? written : at;
    }

    private static String unquoted(String said) {
        int from = 0;
        int to = said.strip().length();
        String tidy = said.strip();
        while (from < to && QUOTES.indexOf(tidy.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && QUOTES.indexOf(tidy.charAt(to - 1)) >= 0) {
            to--;
        }
        return tidy.substring(from, to);
    }
}
