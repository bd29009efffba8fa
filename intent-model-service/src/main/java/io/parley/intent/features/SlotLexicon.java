package io.parley.intent.features;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a campaign's slots can be recognised by, so that the network sees whether an answer to the present question was
 * given. Part of a model.
 *
 * @param english whether lists of English words apply
 * @param collected the slots each state asks for, by state; states that ask for none may be left out
 * @param slots by name
 */
public record SlotLexicon(boolean english, Map<String, List<String>> collected, Map<String, SlotWords> slots) {

    /** Knows no slot; for data without a campaign. */
    public static final SlotLexicon NONE = new SlotLexicon(true, Map.of(), Map.of());

    public SlotLexicon {
        collected = Collections.unmodifiableMap(new LinkedHashMap<>(collected));
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }

    /**
     * One slot.
     *
     * @param kind how it is recognised
     * @param phrases what its options are called; empty unless it is a choice
     */
    public record SlotWords(Kind kind, List<String> phrases) {

        public SlotWords {
            phrases = List.copyOf(phrases);
        }
    }

    /** How a slot's value is recognised. */
    public enum Kind {
        CHOICE,
        NUMBER,
        DATE,
        TIME,
        EMAIL,
        PHONE,
        CARD,
        /** Only by its absence. */
        OTHER
    }
}
