package io.parley.orderflow.turn;

import io.parley.session.Session;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a turn comes to. */
sealed interface Decision {

    /** The customer goes on, towards that state. */
    record Advance(String to) implements Decision {}

    /** The customer gives up; the state is a final one. */
    record GiveUp(String to) implements Decision {}

    /** The customer seems to give up, but may only have meant to change something. */
    record SeemToGiveUp() implements Decision {}

    /** The customer answers, but not so that the conversation can go on. */
    record Stay() implements Decision {}

    /** The customer agrees to an offer of several things and names none of them. */
    record Agree() implements Decision {}

    /** The customer leaves the flow for a moment and needs a prepared statement. */
    sealed interface Digress extends Decision {

        /** What the memory is asked for: {@code question} or {@code hesitation}. */
        String kind();
    }

    /**
     * The customer asks.
     *
     * @param besides what is given in the same breath, by slot
     */
    record Ask(Map<String, List<String>> besides) implements Digress {

        public Ask {
            besides = Map.copyOf(besides);
        }

        /** Nothing but a question. */
        Ask() {
            this(Map.of());
        }

        @Override
        public String kind() {
            return "question";
        }
    }

    /**
     * The customer is unsure or objects.
     *
     * @param besides what is given in the same breath, by slot
     */
    record Hesitate(Map<String, List<String>> besides) implements Digress {

        public Hesitate {
            besides = Map.copyOf(besides);
        }

        /** Nothing but a doubt. */
        Hesitate() {
            this(Map.of());
        }

        @Override
        public String kind() {
            return "hesitation";
        }
    }

    /** The customer goes on, towards that state, and asks something in the same breath. */
    record AdvanceAsking(String to) implements Digress {

        @Override
        public String kind() {
            return "question";
        }

        @Override
        public String label() {
            return new Advance(to).label();
        }
    }

    /** The customer changes something said before. */
    record Correct() implements Decision {}

    record Back() implements Decision {}

    record Repeat() implements Decision {}

    record Restart() implements Decision {}

    /** The customer wants a person. */
    record HandOff() implements Decision {}

    /** What was said has two readings that are as good: the customer is asked which is meant. */
    record AskWhich(Session.Which which) implements Decision {}

    /** The customer waits for a person, and says nothing that leads on meanwhile. */
    record Wait() implements Decision {}

    /** It is not clear what the customer wants. */
    record NotUnderstood() implements Decision {}

    /** The customer says nothing. */
    record Silence() implements Decision {}

    /** The network is silent and the words alone do not lead on. */
    record ModelSilent() implements Decision {}

    /** Its name in events, metrics and logs: {@code give-up}. */
    default String label() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
