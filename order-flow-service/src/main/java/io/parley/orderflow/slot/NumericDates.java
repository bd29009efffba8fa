package io.parley.orderflow.slot;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates in figures: {@code 2027-06-05}, {@code 5/6/2027} or {@code 5.6.} by the locale's order. */
final class NumericDates {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)");
    private static final Pattern FULL = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})(?:/(\\d{1,2})(?![/\\d])|\\.(\\d{1,2})\\.(?!\\d))");
    private static final int CENTURY = 2000;
    private static final int MONTHS = 12;

    private final boolean monthFirst;

    NumericDates(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        this.monthFirst = pattern.indexOf('M') < pattern.indexOf('d');
    }

    /** The date that begins at this word; one without a year only where a date is expected. */
    Optional<DayMention> at(Utterance utterance, int at, boolean expected) {
        if (!utterance.isNumber(at)) {
            return Optional.empty();
        }
        CharSequence rest = utterance.text().substring(utterance.start(at));
        Matcher iso = ISO.matcher(rest);
        if (iso.lookingAt()) {
            return exact(utterance, at, iso, number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher full = FULL.matcher(rest);
        if (full.lookingAt()) {
            int year = number(full, 4);
            return ordered(number(full, 1), number(full, 3))
                    .flatMap(day -> exact(
                            utterance,
                            at,
                            full,
                            year < 100 ? CENTURY + year : year,
                            day.getMonthValue(),
                            day.getDayOfMonth()));
        }
        Matcher brief = SHORT.matcher(rest);
        if (expected && brief.lookingAt()) {
            return ordered(number(brief, 1), number(brief, brief.group(2) == null ? 3 : 2))
                    .map(day -> new DayMention(at, end(utterance, at, brief), new DayPhrase.InYear(day)));
        }
        return Optional.empty();
    }

    private Optional<MonthDay> ordered(int first, int second) {
        boolean monthLeads = (monthFirst && first <= MONTHS) || second > MONTHS;
        return monthDay(monthLeads ? first : second, monthLeads ? second : first);
    }

    static Optional<MonthDay> monthDay(int month, int day) {
        try {
            return Optional.of(MonthDay.of(month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<DayMention> exact(
            Utterance utterance, int at, Matcher matcher, int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return Optional.of(new DayMention(at, end(utterance, at, matcher), new DayPhrase.Exact(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int end(Utterance utterance, int at, Matcher matcher) {
        return utterance.wordAt(utterance.start(at) + matcher.end());
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
