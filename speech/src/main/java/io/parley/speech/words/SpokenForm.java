package io.parley.speech.words;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text as it is read out. Figures, amounts, dates, times, addresses, abbreviations and ids become words; ordinary words and
 * punctuation stay as they are.
 */
public final class SpokenForm {
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final String MONTH =
            "(" + String.join("|", MONTHS) + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?";
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("mr.", "mister"),
            Map.entry("mrs.", "missus"),
            Map.entry("ms.", "miz"),
            Map.entry("dr.", "doctor"),
            Map.entry("e.g.", "for example"),
            Map.entry("i.e.", "that is"),
            Map.entry("etc.", "and so on"),
            Map.entry("vs.", "versus"),
            Map.entry("approx.", "about"),
            Map.entry("incl.", "including"),
            Map.entry("no.", "number"),
            Map.entry("a.m.", "a m"),
            Map.entry("p.m.", "p m"));
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("kg", "kilograms"),
            Map.entry("km", "kilometers"),
            Map.entry("cm", "centimeters"),
            Map.entry("mm", "millimeters"),
            Map.entry("ml", "milliliters"),
            Map.entry("lb", "pounds"),
            Map.entry("lbs", "pounds"),
            Map.entry("oz", "ounces"),
            Map.entry("min", "minutes"),
            Map.entry("hrs", "hours"),
            Map.entry("h", "hours"),
            Map.entry("g", "grams"),
            Map.entry("am", "a m"),
            Map.entry("pm", "p m"),
            Map.entry("%", "percent"),
            Map.entry("°c", "degrees"),
            Map.entry("°f", "degrees"),
            Map.entry("°", "degrees"));
    private static final Map<String, String[]> CURRENCIES = Map.of(
            "$", new String[] {"dollar", "dollars", "cent", "cents"},
            "€", new String[] {"euro", "euros", "cent", "cents"},
            "£", new String[] {"pound", "pounds", "penny", "pence"});

    /** A pattern and what each of its matches is read as. */
    private record Reading(Pattern pattern, Function<MatchResult, String> read) {}

    /** In this order: what is read by an earlier one is words to the later ones. */
    private static final List<Reading> READINGS = List.of(
            reading("[A-Za-z0-9._+%-]+@[A-Za-z0-9.-]*[A-Za-z0-9]", found -> address(found.group())),
            reading(
                    "(?:https?://)?(?:www\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|org|net|example|io)\\b(?:/\\S*)?",
                    found -> address(found.group().replaceFirst("^https?://", ""))),
            reading(
                    "([$€£])\\s?(\\d[\\d,]*)(?:\\.(\\d\\d))?(?:\\s(thousand|million|billion))?(?![\\d])",
                    SpokenForm::money),
            reading("\\b(\\d{4})-(\\d\\d)-(\\d\\d)\\b", found -> date(found.group(2), found.group(3), found.group(1))),
            reading(
                    "\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b",
                    found -> date(found.group(1), found.group(2), found.group(3))),
            reading(
                    "\\b" + MONTH + "\\s(?:the\\s)?(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s(\\d{4})\\b)?",
                    found -> monthName(found.group(1)) + day(found.group(2)) + year(found.group(3))),
            reading(
                    "\\b(\\d{1,2})(?:st|nd|rd|th)?\\s(of\\s)?" + MONTH + "(?:,?\\s(\\d{4})\\b)?(?![a-z])",
                    found -> NumberWords.ordinal(Long.parseLong(found.group(1)))
                            + (found.group(2) == null ? " " : " of ")
                            + monthName(found.group(3))
                            + year(found.group(4))),
            reading("\\b([01]?\\d|2[0-3]):([0-5]\\d)(?:\\s?([ap])\\.?m\\b\\.?)?", SpokenForm::time),
            reading("(?<![\\w.])\\+?\\d[\\d() -]{5,}\\d\\b(?!\\.\\d)", found -> NumberWords.digits(found.group())),
            reading("\\b(\\d{1,9})(?:st|nd|rd|th)\\b", found -> NumberWords.ordinal(Long.parseLong(found.group(1)))),
            reading(
                    "\\b([A-Za-z]+-?\\d[A-Za-z0-9-]*|\\d+[A-Za-z]+\\d[A-Za-z0-9-]*)\\b",
                    found -> spelled(found.group())),
            reading("#\\s?(?=\\d)", found -> "number "),
            reading(
                    "(?<![\\w.])(-?\\d[\\d,]*(?:\\.\\d+)?)\\s?(kg|km|cm|mm|ml|lbs?|oz|min|hrs|h|g|am|pm|%|°[CF]?)(?![\\w])",
                    found -> number(found.group(1)) + " "
                            + UNITS.get(found.group(2).toLowerCase(Locale.ROOT))),
            reading("(?<![\\w.])-?\\d[\\d,]*(?:\\.\\d+)?", found -> number(found.group())),
            reading(
                    "(?i)(?<![\\w.])(mr|mrs|ms|dr|e\\.g|i\\.e|etc|vs|approx|incl|a\\.m|p\\.m)\\.",
                    found -> ABBREVIATIONS.get(found.group().toLowerCase(Locale.ROOT))),
            reading(
                    "\\bNo\\.(?=\\s(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\\b)",
                    found -> "number"),
            reading("\\bOK\\b", found -> "okay"),
            reading("\\s?&\\s?", found -> " and "),
            reading("(?<=[a-z])\\s?\\+\\s?(?=[a-z])", found -> " plus "),
            reading("\\s[–—]\\s", found -> ", "));

    private static final Pattern ACRONYM = Pattern.compile("\\b[A-Z]{2,5}\\b");

    private SpokenForm() {}

    /** The text with everything in it that is not a word read out. */
    public static String of(String text) {
        String read = text.replace('’', '\'').replace('\u00a0', ' ');
        for (Reading reading : READINGS) {
            read = reading.pattern()
                    .matcher(read)
                    .replaceAll(found -> Matcher.quoteReplacement(reading.read().apply(found)));
        }
        boolean shouted = read.chars().noneMatch(Character::isLowerCase);
        return shouted ? read : ACRONYM.matcher(read).replaceAll(found -> spelled(found.group()));
    }

    /** The words somebody speaks who reads the text out: lower case, apostrophes kept, no other marks. */
    public static List<String> words(String text) {
        return Arrays.stream(of(text).toLowerCase(Locale.ROOT).split("[^\\p{L}']+"))
                .map(word -> word.replaceAll("^'+|'+$", ""))
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals("ok") ? "okay" : word)
                .toList();
    }

    /** Letters by themselves, digits by their names: {@code PX-10} is P X one zero. */
    public static String spelled(String id) {
        return id.chars()
                .filter(Character::isLetterOrDigit)
                .mapToObj(character -> Character.isDigit(character)
                        ? NumberWords.cardinal(Character.digit(character, 10))
                        : Character.toString(character))
                .collect(Collectors.joining(" "));
    }

    private static Reading reading(String pattern, Function<MatchResult, String> read) {
        return new Reading(Pattern.compile(pattern), read);
    }

    private static String address(String address) {
        return address.replaceAll("(\\d)", " $1 ")
                .replace("@", " at ")
                .replace(".", " dot ")
                .replace("-", " dash ")
                .replace("_", " underscore ")
                .replace("+", " plus ")
                .replace("/", " slash ")
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static String money(MatchResult found) {
        String[] names = Objects.requireNonNull(CURRENCIES.get(found.group(1)));
        long whole = Long.parseLong(found.group(2).replace(",", ""));
        String scale = found.group(4);
        if (scale != null) {
            String part = found.group(3) == null ? "" : " point " + NumberWords.digits(found.group(3));
            return NumberWords.cardinal(whole) + part + " " + scale + " " + names[1];
        }
        int cents = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
        String amount = NumberWords.cardinal(whole) + " " + names[whole == 1 ? 0 : 1];
        String rest = NumberWords.cardinal(cents) + " " + names[cents == 1 ? 2 : 3];
        if (cents == 0) {
            return amount;
        }
        return whole == 0 ? rest : amount + " and " + rest;
    }

    private static String date(String month, String day, String year) {
        int number = Integer.parseInt(month);
        if (number < 1 || number > 12) {
            return NumberWords.digits(month + day + year);
        }
        return MONTHS.get(number - 1) + day(day) + year(year);
    }

    private static String monthName(String month) {
        return MONTHS.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(month.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(month);
    }

    private static String day(String day) {
        return " " + NumberWords.ordinal(Long.parseLong(day));
    }

    private static String year(@Nullable String year) {
        return year == null ? "" : " " + NumberWords.year(Integer.parseInt(year));
    }

    private static String time(MatchResult found) {
        int hour = Integer.parseInt(found.group(1));
        int minute = Integer.parseInt(found.group(2));
        String half = found.group(3);
        String minutes = minute == 0 ? "" : (minute < 10 ? " oh " : " ") + NumberWords.cardinal(minute);
        if (half != null) {
            return NumberWords.cardinal(hour) + minutes + " " + half + " m";
        }
        if (hour > 12 || hour == 0) {
            int twelve = hour == 0 ? 12 : hour - 12;
            return NumberWords.cardinal(twelve) + minutes + (hour == 0 ? " a m" : " p m");
        }
        return NumberWords.cardinal(hour) + (minute == 0 ? " o'clock" : minutes);
    }

    private static String number(String written) {
        String plain = written.replace(",", "");
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        boolean named = whole.length() <= 15 && !(whole.length() > 1 && whole.startsWith("0"));
        String words = named ? NumberWords.cardinal(new BigDecimal(whole).longValueExact()) : NumberWords.digits(whole);
        return point < 0 ? words : words + " point " + NumberWords.digits(plain.substring(point + 1));
    }
}
