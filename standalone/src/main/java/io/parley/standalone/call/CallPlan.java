package io.parley.standalone.call;

import io.parley.speech.Sound;
import java.util.List;

/**
 * What a caller does, one step whenever the other side falls silent.
 *
 * @param steps in their order
 */
record CallPlan(List<Step> steps) {

    CallPlan {
        steps = List.copyOf(steps);
    }

    /** One thing the caller does. */
    sealed interface Step {

        /** As it is told. */
        String told();

        /**
         * Something is said.
         *
         * @param what the words, or the file they are in
         */
        record Speak(String what, Sound sound) implements Step {
            @Override
            public String told() {
                return "we say: " + what;
            }
        }

        /** Keys are pressed; which ones is not told, since a card's may be among them. */
        record Press(String keys) implements Step {
            @Override
            public String told() {
                return "we press " + keys.length() + (keys.length() == 1 ? " key" : " keys");
            }
        }
    }
}
