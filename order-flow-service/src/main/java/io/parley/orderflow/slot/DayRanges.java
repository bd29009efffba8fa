package io.parley.orderflow.slot;

import io.parley.orderflow.slot.NumberedDays.Day;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/** Reads the other end of a range that names the month once: "from 5 to 12 June", "June 5 to 12". */
final class DayRanges {

    private final Words words;
    private final NumberedDays numbered;
    private final CalendarWords calendar;

    DayRanges(Words words, NumberedDays numbered, CalendarWords calendar) {
        this.words = words;
        this.numbered = numbered;
        this.calendar = calendar;
    }

    // "from 5 to 12 June": the first number is a day of the same month
    void addStart(Utterance utterance, List<DayMention> found, DayMention end) {
        int word = end.from() - 1;
        if (words.phrases("article").contains(utterance.word(word))) {
            word--;
        }
        boolean dash = utterance.gap(end.from()).trim().equals("-");
        if (!dash && !words.phrases("range").contains(utterance.word(word))) {
            return;
        }
        int last = dash ? end.from() : word;
        for (int at = Math.max(0, last - 2); at < last; at++) {
            Optional<Day> day = numbered.day(utterance, at).filter(it -> it.to() == last);
            Optional<DayPhrase> phrase = day.flatMap(it -> sameMonth(end.phrase(), it.number()));
            if (phrase.isPresent() && utterance.isFree(at, last)) {
                if (found.isEmpty() || found.getLast().to() <= at) {
                    found.add(new DayMention(at, last, phrase.get()));
                    return;
                }
                DayMention bare = found.getLast();
                if (bare.to() == last && bare.phrase() instanceof DayPhrase.InMonth) {
                    found.removeLast();
                    found.add(new DayMention(bare.from(), last, phrase.get()));
                    return;
                }
            }
        }
    }

    // "June 5 to 12"
    Optional<DayMention> end(Utterance utterance, DayMention start, int at) {
        boolean dash = at == start.to() && utterance.gap(at).trim().equals("-");
        int number = dash ? at : words.phrases("article").endAt(utterance, at + 1);
        if (!dash && (at != start.to() || !words.phrases("range").contains(utterance.word(at)))) {
            return Optional.empty();
        }
        return numbered.day(utterance, number)
                .filter(day -> !calendar.isUnit(utterance, day.to()))
                .filter(day -> calendar.month(utterance, words.phrases("of").endAt(utterance, day.to()))
                        .isEmpty())
                .filter(day -> utterance.isFree(number, day.to()))
                .flatMap(day -> sameMonth(start.phrase(), day.number())
                        .map(phrase -> new DayMention(number, day.to(), phrase)));
    }

    private static Optional<DayPhrase> sameMonth(DayPhrase phrase, int day) {
        return switch (phrase) {
            case DayPhrase.InYear(MonthDay other) ->
                NumericDates.monthDay(other.getMonthValue(), day).map(DayPhrase.InYear::new);
            case DayPhrase.Exact(LocalDate other) ->
                NumericDates.monthDay(other.getMonthValue(), day)
                        .filter(it -> it.isValidYear(other.getYear()))
                        .map(it -> new DayPhrase.Exact(it.atYear(other.getYear())));
            case DayPhrase.InMonth(int other) when other != day -> Optional.of(new DayPhrase.InMonth(day));
            case DayPhrase.InMonth _,
                    DayPhrase.OnWeekday _,
                    DayPhrase.NextWeek _,
                    DayPhrase.FromToday _,
                    DayPhrase.Later _,
                    DayPhrase.Beside _,
                    DayPhrase.PartOfMonth _,
                    DayPhrase.NthWeekday _,
                    DayPhrase.MonthsOn _,
                    DayPhrase.FromEaster _,
                    DayPhrase.Vague _ -> Optional.empty();
        };
    }
}
