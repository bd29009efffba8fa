package io.parley.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a conversation is looked for that shows it.
 *
 * @param state where it shows
 * @param moment when
 * @param sight whether it shows
 */
record Goal(String state, Moment moment, Sight sight) {

    /** When in a state something can be seen. */
    enum Moment {
        /** On arrival. */
        ARRIVED,
        /** When the customer has answered. */
        ANSWERED,
        /** While the flow runs in circles. */
        CIRCLING
    }

    /** What there is to be seen of a conversation. */
    interface Sight {

        /**
         * @param values canonical values of what is known, defaults included
         * @param path the states that were heard and left, in order
         * @return the steps that are still missing for it to be seen; nothing if it cannot be
         */
        Optional<List<ConversationStep>> shows(Map<String, List<String>> values, List<String> path);
    }

    /** A goal that is seen without another step where what is known passes a test. */
    static Goal of(String state, Moment moment, Predicate<Map<String, List<String>>> test) {
        return new Goal(state, moment, (values, path) -> test.test(values) ? Optional.of(List.of()) : Optional.empty());
    }
}
