package io.parley.orderflow.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads e-mail addresses, written ({@code jane@example.com}) or spoken ({@code jane dot roe at example dot com}). */
final class EmailReader {

    private static final String LOCAL = "[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]*";
    private static final Pattern WRITTEN =
            Pattern.compile("(" + LOCAL + ")\\s?@\\s?([\\p{L}\\p{N}][\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])");
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}");
    private static final Pattern BEGUN = Pattern.compile("\\S*@\\S*");

    private final Pattern spoken;
    private final Pattern spokenBegun;
    private final Pattern dot;
    private final Pattern dash;
    private final Pattern underscore;

    EmailReader(Words words) {
        String at = alternatives(words, "email-at");
        String point = alternatives(words, "email-dot");
        String joined = "(?:\\s*[._-]\\s*|\\s+(?:" + point + "|" + alternatives(words, "email-dash") + "|"
                + alternatives(words, "email-underscore") + ")\\s+)";
        String part = "[\\p{L}\\p{N}]+";
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        this.spoken = Pattern.compile(
                "(?<![\\p{L}\\p{N}_])(" + part + "(?:" + joined + part + ")*)(?:\\s+(?:" + at + ")\\s+|\\s?@\\s?)("
                        + part + "(?:" + joined + part + ")+)\\b",
                flags);
        // "Call me at 303 …" goes on to a telephone number.
        this.spokenBegun = Pattern.compile("(?<![\\p{L}\\p{N}_])" + part + "\\s+(?:" + at + ")\\s+\\p{L}", flags);
        this.dot = Pattern.compile("\\s+(?:" + point + ")\\s+|\\s*\\.\\s*", flags);
        this.dash = Pattern.compile("\\s+(?:" + alternatives(words, "email-dash") + ")\\s+", flags);
        this.underscore = Pattern.compile("\\s+(?:" + alternatives(words, "email-underscore") + ")\\s+", flags);
    }

    /** @param wanted whether an address was asked for, so that something like one is a mistake and not something else */
    List<Mention> read(Utterance utterance, boolean wanted) {
        List<Mention> found = new ArrayList<>();
        String text = utterance.text();
        Matcher written = text.indexOf('@') < 0 ? null : WRITTEN.matcher(text);
        while (written != null && written.find()) {
            String domain = written.group(2);
            add(found, utterance, written.start(), written.end(), written.group(1) + "@" + domain, domain);
        }
        if (found.stream().noneMatch(mention -> mention.value().isPresent())) {
            Matcher aloud = spoken.matcher(text);
            while (aloud.find()) {
                String domain = compact(aloud.group(2));
                if (DOMAIN.matcher(domain).matches()) {
                    found.clear();
                    add(found, utterance, aloud.start(), aloud.end(), compact(aloud.group(1)) + "@" + domain, domain);
                }
            }
        }
        if (found.isEmpty() && wanted) {
            begun(utterance, BEGUN, found);
            begun(utterance, spokenBegun, found);
        }
        return found;
    }

    private static void begun(Utterance utterance, Pattern pattern, List<Mention> found) {
        Matcher matcher = pattern.matcher(utterance.text());
        if (found.isEmpty() && matcher.find()) {
            int from = utterance.wordAt(matcher.start());
            int to = Math.max(from, utterance.wordAt(matcher.end()));
            found.add(Mention.refused(from, to, Refusal.MALFORMED));
        }
    }

    private static void add(
            List<Mention> found, Utterance utterance, int start, int end, String address, String domain) {
        int from = utterance.wordAt(start);
        int to = utterance.wordAt(end);
        found.add(
                DOMAIN.matcher(domain).matches()
                        ? Mention.of(from, to, address.toLowerCase(Locale.ROOT))
                        : Mention.refused(from, to, Refusal.MALFORMED));
    }

    private String compact(String aloud) {
        String dotted = dot.matcher(aloud).replaceAll(".");
        String dashed = dash.matcher(dotted).replaceAll("-");
        return underscore.matcher(dashed).replaceAll("_").replace(" ", "");
    }

    private static String alternatives(Words words, String entry) {
        return words.list(entry).stream()
                .map(Pattern::quote)
                .reduce((a, b) -> a + "|" + b)
                .orElse("(?!)");
    }
}
