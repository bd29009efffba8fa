package io.parley.gateway.call;

import java.util.Locale;
import java.util.Set;

/** What listeners say to show that they listen; the speaker goes on. */
final class Backchannel {

    private static final Set<String> SOUNDS = Set.of(
            "mhm",
            "mm",
            "mm hmm",
            "hm",
            "hmm",
            "uh",
            "uh huh",
            "um",
            "ah",
            "oh",
            "okay",
            "ok",
            "o k",
            "right",
            "alright",
            "all right",
            "i see",
            "yeah",
            "sure",
            "good",
            "great",
            "fine",
            "ja",
            "genau",
            "aha");

    private Backchannel() {}

    static boolean is(String text) {
        return SOUNDS.contains(text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L} ]", " ")
                .strip()
                .replaceAll(" +", " "));
    }
}
