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
        int to = LeadIns.skipBack(hearing, from, "please");
        int end = from;
        while (end < to && !utterance.isTaken(end)) {
            end++;
        }
        int bare = LeadIns.skipBack(hearing, from, "courtesies");
        boolean declined = bare > from && TextDecline.isSaid(hearing, slot.get(), bare);
        if (from < end && !declined && !isOnlyYes(hearing)) {
            hearing.fill(slot.get(), List.of(unquoted(message(utterance, from, end))));
            if (hearing.hasFilled(slot.get())) {
                utterance.take(0, utterance.size());
            }
        }
    }

    /** With the signs around it, which are part of it: "❤️ love you!" */
    private static String message(Utterance utterance, int from, int end) {
        int start = utterance.start(from) - utterance.gap(from).length();
        int stop = end == utterance.size() ? utterance.text().length() : utterance.start(end);
        return utterance
                .text()
                .substring(start, stop)
                .replaceFirst("^[\\s,;:.]+", "")
                .replaceFirst("[\\s,;:]+$", "");
    }

    /** "Yes, please" wants a message and is none. */
    private static boolean isOnlyYes(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        int at = 0;
        for (int last = -1; at > last; ) {
            last = at;
            for (String entry : List.of("message-fillers", "yes", "please")) {
                at = hearing.words().phrases(entry).endAt(utterance, at);
            }
        }
        return at >= utterance.size();
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
        int marked = hearing.words().phrases("message-lead-ins-before-a-mark").endAt(utterance, at);
        boolean mark =
                marked > at && utterance.gap(marked).chars().anyMatch(sign -> sign == ':' || isQuote((char) sign));
        int behind = mark ? marked : written;
        return behind < utterance.size() ? behind : at;
    }

    /** Quotation marks around the whole are not part of it. */
    private static String unquoted(String said) {
        boolean quoted = said.length() > 2
                && isQuote(said.charAt(0))
                && isQuote(said.charAt(said.length() - 1))
                && said.substring(1, said.length() - 1).chars().noneMatch(sign -> isQuote((char) sign) && sign != '\'');
        return quoted ? said.substring(1, said.length() - 1).strip() : said;
    }

    private static boolean isQuote(char sign) {
        return QUOTES.indexOf(sign) >= 0;
    }
}
