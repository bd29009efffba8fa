package io.parley.orderflow.slot;

import java.util.stream.IntStream;

/** Where what customers say begins, and begins again. */
final class Clauses {

    private Clauses() {}

    /** Where what is meant begins, behind courtesies and the like. */
    static int opening(Words words, Utterance utterance) {
        int at = 0;
        for (int last = -1; at > last; ) {
            last = at;
            at = Math.max(
                    words.phrases("courtesies").endAt(utterance, at),
                    words.phrases("list-joins").endAt(utterance, at));
        }
        return at;
    }

    /** The opening, and wherever something follows a pause. */
    static IntStream starts(Words words, Utterance utterance) {
        int opening = opening(words, utterance);
        return IntStream.range(0, utterance.size()).filter(at -> at == opening || utterance.pausedBefore(at));
    }
}
