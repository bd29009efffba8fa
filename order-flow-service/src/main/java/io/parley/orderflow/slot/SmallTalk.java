package io.parley.orderflow.slot;

import java.util.List;

/** Words around an answer that are no part of it: "um, I'd like the red one, please". */
final class SmallTalk {

    private static final List<String> LISTS =
            List.of("fillers", "courtesies", "article", "after-ordinal", "slot-name-fillers", "which-fillers");

    private SmallTalk() {}

    static boolean is(Words words, String word) {
        return LISTS.stream().anyMatch(list -> words.phrases(list).contains(word));
    }
}
