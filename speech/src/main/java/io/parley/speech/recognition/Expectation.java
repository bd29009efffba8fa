package io.parley.speech.recognition;

import java.util.List;

/** What kind of answer is expected. All but {@link Anything} narrow what can be heard to a grammar. */
public sealed interface Expectation {
    /** Any sentence a customer of the campaign may say. */
    record Anything() implements Expectation {}

    /** Agreement or refusal, as people say it. */
    record YesOrNo() implements Expectation {}

    /** A day: {@code june fifth}, {@code next tuesday}, {@code tomorrow}. */
    record Day() implements Expectation {}

    /** A number up to a million, an amount of money with it, or digits one by one. */
    record Amount() implements Expectation {}

    /**
     * One of several things, with what people say around it.
     *
     * @param choices as they are called, synonyms among them; at least one
     */
    record OneOf(List<String> choices) implements Expectation {
        public OneOf {
            choices = notEmpty(choices);
        }
    }

    /** Letters, NATO words, digits, {@code at}, {@code dot} and the like, one by one. */
    record Spelled() implements Expectation {}

    /**
     * One of a few sentences and nothing else.
     *
     * @param commands whole sentences; at least one
     */
    record Commands(List<String> commands) implements Expectation {
        public Commands {
            commands = notEmpty(commands);
        }
    }

    private static List<String> notEmpty(List<String> phrases) {
        if (phrases.isEmpty()) {
            throw new IllegalArgumentException("there must be something to choose from");
        }
        return List.copyOf(phrases);
    }
}
