package io.parley.speech.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers as they are said in American English, lower case and without hyphens. */
public final class NumberWords {
    private static final String[] ONES = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final String[] ORDINALS = {
        "zeroth",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth"
    };
    private static final String[] SCALES = {"", " thousand", " million", " billion", " trillion"};
    private static final long LARGEST = 999_999_999_999_999L;

    private NumberWords() {}

    /**
     * {@code 1024}: one thousand twenty four.
     *
     * @throws IllegalArgumentException if it has more than 15 digits
     */
    public static String cardinal(long number) {
        if (Math.abs(number) > LARGEST) {
            throw new IllegalArgumentException("numbers of up to 15 digits have words, not " + number);
        }
        if (number < 0) {
            return "minus " + cardinal(-number);
        }
        if (number == 0) {
            return ONES[0];
        }
        List<String> groups = new ArrayList<>();
        long rest = number;
        for (int scale = 0; rest > 0; scale++) {
            int group = (int) (rest % 1000);
            if (group > 0) {
                groups.addFirst(underThousand(group) + SCALES[scale]);
            }
            rest /= 1000;
        }
        return String.join(" ", groups);
    }

    /** {@code 21}: twenty first. */
    public static String ordinal(long number) {
        String cardinal = cardinal(number);
        int split = cardinal.lastIndexOf(' ') + 1;
        String last = cardinal.substring(split);
        for (int i = 0; i < ONES.length; i++) {
            if (ONES[i].equals(last)) {
                return cardinal.substring(0, split) + ORDINALS[i];
            }
        }
        return last.endsWith("y") ? cardinal.substring(0, cardinal.length() - 1) + "ieth" : cardinal + "th";
    }

    /** {@code 2026}: twenty twenty six; {@code 2005}: two thousand five; {@code 1900}: nineteen hundred. */
    public static String year(int year) {
        int century = year / 100;
        int rest = year % 100;
        if (year < 1000 || year > 9999 || (century % 10 == 0 && rest < 10)) {
            return cardinal(year);
        }
        if (rest == 0) {
            return underHundred(century) + " hundred";
        }
        return underHundred(century) + (rest < 10 ? " oh " : " ") + underHundred(rest);
    }

    /** Each digit by itself; what is no digit is left out. */
    public static String digits(String digits) {
        return digits.chars()
                .filter(digit -> digit >= '0' && digit <= '9')
                .mapToObj(digit -> ONES[digit - '0'])
                .collect(Collectors.joining(" "));
    }

    private static String underThousand(int number) {
        int hundreds = number / 100;
        int rest = number % 100;
        String hundred = hundreds == 0 ? "" : ONES[hundreds] + " hundred";
        return rest == 0 ? hundred : (hundred + " " + underHundred(rest)).strip();
    }

    private static String underHundred(int number) {
        if (number < 20) {
            return ONES[number];
        }
        return number % 10 == 0 ? TENS[number / 10] : TENS[number / 10] + " " + ONES[number % 10];
    }
}
