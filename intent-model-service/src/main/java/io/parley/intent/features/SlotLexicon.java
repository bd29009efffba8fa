package io.parley.intent.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign's slots can be recognised by, so that the network sees whether an answer to the present question was
 * given. Part of a model.
 *
 * @param language whose lists of words apply; empty for none. Models of before there was a second one say {@code english}
 * @param collected the slots each state asks for, by state; states that ask for none may be left out
 * @param slots by name
 */
public record SlotLexicon(String language, Map<String, List<String>> collected, Map<String, SlotWords> slots) {

    /** Knows no slot; for data without a campaign. */
    public static final SlotLexicon NONE = new SlotLexicon("en", Map.of(), Map.of());

    public SlotLexicon {
        collected = Collections.unmodifiableMap(new LinkedHashMap<>(collected));
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }

    @JsonCreator
    static SlotLexicon read(
            @JsonProperty("language") @Nullable String language,
            @JsonProperty("english") @Nullable Boolean english,
            @JsonProperty("collected") Map<String, List<String>> collected,
            @JsonProperty("slots") Map<String, SlotWords> slots) {
        String former = Boolean.TRUE.equals(english) ? "en" : "";
        return new SlotLexicon(language == null ? former : language, collected, slots);
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
