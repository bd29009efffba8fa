package io.parley.gateway.call;

import io.parley.contracts.voice.Expected;
import java.time.Duration;
import java.util.Optional;

/**
 * What a caller's keys mean. Digits are collected until {@code #} or a pause; a choice is made by its number at once;
 * {@code 0} and nothing else asks for a person, {@code *} takes one step back or what was entered, {@code #} by itself wants
 * to hear it again.
 */
final class Keypad {

    private static final int MOST_DIGITS = 32;

    private final Duration pause;
    private final StringBuilder entered = new StringBuilder();
    private long pressedAt;

    Keypad(Duration pause) {
        this.pause = pause;
    }

    /** What comes of a key, or of no key for a while. */
    sealed interface Entry {
        /** A whole number, an account, whatever was asked for. */
        record Digits(String digits) implements Entry {
            /** Never with the digits. */
            @Override
            public String toString() {
                return "Digits[" + digits.length() + "]";
            }
        }

        /** One of the choices. */
        record Choice(String text) implements Entry {}

        record Person() implements Entry {}

        record Back() implements Entry {}

        record Repeat() implements Entry {}
    }

    /** How many digits were entered so far. */
    int pressed() {
        return entered.length();
    }

    /** Forgets what was entered. */
    void clear() {
        entered.setLength(0);
    }

    /** @param now nanoseconds of the clock */
    Optional<Entry> press(char key, Expected expected, long now) {
        pressedAt = now;
        return switch (key) {
            case '#' -> complete(true);
            case '*' -> {
                boolean entry = !entered.isEmpty();
                clear();
                yield entry ? Optional.empty() : Optional.of(new Entry.Back());
            }
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> digit(key, expected);
            // The fourth column of military telephones.
            default -> Optional.empty();
        };
    }

    /** What the pause since the last key completes. */
    Optional<Entry> pause(long now) {
        return !entered.isEmpty() && now - pressedAt >= pause.toNanos() ? complete(false) : Optional.empty();
    }

    private Optional<Entry> digit(char key, Expected expected) {
        boolean chooses = switch (expected.kind()) {
            case CHOICE, YES_NO -> true;
            case ANYTHING, DATE, NUMBER, LETTERS, SECRET -> false;
        };
        int choice = key - '1';
        if (chooses
                && entered.isEmpty()
                && choice >= 0
                && choice < expected.choices().size()) {
            return Optional.of(new Entry.Choice(expected.choices().get(choice)));
        }
        if (entered.length() < MOST_DIGITS) {
            entered.append(key);
        }
        return Optional.empty();
    }

    private Optional<Entry> complete(boolean pound) {
        String digits = entered.toString();
        clear();
        if (digits.isEmpty()) {
            return Optional.of(new Entry.Repeat());
        }
        return Optional.of(digits.equals("0") && !pound ? new Entry.Person() : new Entry.Digits(digits));
    }
}
