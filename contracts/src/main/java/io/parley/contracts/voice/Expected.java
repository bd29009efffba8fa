package io.parley.contracts.voice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * What kind of answer a conversation waits for.
 *
 * @param choices what can be chosen, as we name it, in the order in which it can be chosen by number; of yes and no their
 *     words; else empty
 * @param synonyms how else customers name the choices
 * @param muted whether a secret may be said: where one is asked for, and in all that is asked beside it
 */
public record Expected(Kind kind, List<String> choices, List<String> synonyms, boolean muted) {

    public static final Expected ANYTHING = of(Kind.ANYTHING);

    public Expected {
        choices = List.copyOf(choices);
        synonyms = List.copyOf(synonyms);
    }

    /** Of a kind without choices. */
    public static Expected of(Kind kind) {
        return new Expected(kind, List.of(), List.of(), kind == Kind.SECRET);
    }

    /** The same where a secret may be said, or where none may. */
    public Expected muted(boolean secret) {
        return new Expected(kind, choices, synonyms, secret);
    }

    /** The kinds there are. */
    public enum Kind {
        /** Anything a customer may say. */
        @JsonProperty("anything")
        ANYTHING,
        /** Agreement or refusal. */
        @JsonProperty("yes-no")
        YES_NO,
        /** A day. */
        @JsonProperty("date")
        DATE,
        /** A number, an amount or a telephone number: keys do as well as speech. */
        @JsonProperty("number")
        NUMBER,
        /** One of the choices. */
        @JsonProperty("choice")
        CHOICE,
        /** A name or an e-mail address, which customers spell. */
        @JsonProperty("letters")
        LETTERS,
        /** What is never kept, such as a card number: only keys will do. */
        @JsonProperty("secret")
        SECRET;

        /** As it stands in JSON. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
