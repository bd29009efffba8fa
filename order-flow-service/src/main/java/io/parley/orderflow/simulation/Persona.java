package io.parley.orderflow.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of customer somebody is. */
enum Persona {
    /** Answers what is asked. */
    DECIDED,
    /** Doubts, asks, wants to hear it again, goes back. */
    HESITANT,
    /** Asks much and talks of other things. */
    CHATTY,
    /** Changes what was said before. */
    CORRECTOR,
    /** Often says nothing. */
    SILENT,
    /** Sends what no customer should, and buys all the same. */
    HOSTILE;

    /**
     * How often a turn is something else than an answer, in [0, 1] each.
     *
     * @param asks a question
     * @param doubts a hesitation
     * @param turns back, or wants to hear it again
     * @param corrects changes something said before
     * @param strays says something that has nothing to do with it
     * @param silent says nothing
     * @param hostile sends what breaks weak software
     */
    record Habits(
            double asks, double doubts, double turns, double corrects, double strays, double silent, double hostile) {}

    Habits habits() {
        return switch (this) {
            case DECIDED -> new Habits(0, 0, 0, 0, 0, 0, 0);
            case HESITANT -> new Habits(0.10, 0.20, 0.06, 0, 0.05, 0, 0);
            case CHATTY -> new Habits(0.25, 0.08, 0.02, 0, 0.10, 0, 0);
            case CORRECTOR -> new Habits(0.04, 0.02, 0, 0.30, 0, 0, 0);
            case SILENT -> new Habits(0.02, 0.04, 0.04, 0, 0, 0.30, 0);
            case HOSTILE -> new Habits(0.05, 0.05, 0, 0, 0, 0.03, 0.30);
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Persona> of(String label) {
        return Arrays.stream(values())
                .filter(persona -> persona.label().equals(label))
                .findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Persona::label).toList();
    }
}
