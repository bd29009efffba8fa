package io.parley.orderflow.slot;

import java.time.LocalDate;

/** The feasts that move with Easter. */
final class Easter {

    private Easter() {}

    /** The next day that lies so many days after Easter Sunday, not before {@code from}. */
    static LocalDate next(LocalDate from, int days) {
        int year = from.minusDays(days).getYear();
        LocalDate day = sunday(year).plusDays(days);
        return day.isBefore(from) ? sunday(year + 1).plusDays(days) : day;
    }

    /**
     * Easter Sunday of the Gregorian calendar, by the anonymous algorithm that J. Meeus gives in <i>Astronomical Algorithms</i>
     * (1991), chapter 8, with its letters.
     */
    static LocalDate sunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
