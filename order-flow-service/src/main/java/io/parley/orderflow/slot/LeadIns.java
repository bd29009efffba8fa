package io.parley.orderflow.slot;

/** Steps over the words around an answer: "well, my address is …, please". */
final class LeadIns {

    private LeadIns() {}

    /** The position after fillers and then lead-ins of that entry, never beyond the last word. */
    static int skip(Hearing hearing, String entry, int from) {
        Utterance utterance = hearing.withoutSlips();
        int at = from;
        int last = -1;
        while (at > last) {
            last = at;
            at = Math.max(
                    hearing.words().phrases("fillers").endAt(utterance, at),
                    hearing.words().phrases(entry).endAt(utterance, at));
        }
        return at;
    }

    /** The position before closing words of these entries. */
    static int skipBack(Hearing hearing, int from, String... entries) {
        Utterance utterance = hearing.utterance();
        int end = utterance.size();
        int last = -1;
        while (end != last && end > from) {
            last = end;
            for (String entry : entries) {
                end = Math.max(from, hearing.words().phrases(entry).startBefore(utterance, end));
            }
        }
        return end;
    }
}
