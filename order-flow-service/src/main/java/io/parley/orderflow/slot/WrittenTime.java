package io.parley.orderflow.slot;

import java.util.Optional;

/**
 * A time in figures: {@code 10:45}, {@code 10.45} or {@code 1045}.
 *
 * @param to where it ends in the utterance, exclusive
 * @param sure whether it cannot be anything else but a time
 */
record WrittenTime(int to, int hour, int minute, boolean sure) {

    private static final int HOURS = 24;
    private static final int MINUTES = 60;

    /** The time that begins here. */
    static Optional<WrittenTime> at(Utterance utterance, int at) {
        if (!utterance.isNumber(at)) {
            return Optional.empty();
        }
        String word = utterance.word(at);
        String next = utterance.word(at + 1);
        if (utterance.gap(at + 1).equals(":") && utterance.isNumber(at + 1) && next.length() == 2) {
            return of(at + 2, word, next, true);
        }
        int dot = word.indexOf('.');
        if (dot > 0 && dot == word.length() - 3) {
            return of(at + 1, word.substring(0, dot), word.substring(dot + 1), false);
        }
        boolean military = word.length() == 4 && word.chars().allMatch(Character::isDigit);
        return military ? of(at + 1, word.substring(0, 2), word.substring(2), false) : Optional.empty();
    }

    private static Optional<WrittenTime> of(int to, String hour, String minute, boolean sure) {
        if (hour.length() > 2 || !hour.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        WrittenTime time = new WrittenTime(to, Integer.parseInt(hour), Integer.parseInt(minute), sure);
        return time.hour() < HOURS && time.minute() < MINUTES ? Optional.of(time) : Optional.empty();
    }
}
