package io.parley.standalone.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says the same in other words, so that no cache knows them: other names, other numbers in an e-mail address, a typing
 * error in a long word, politeness before and after, other case and punctuation. What carries the meaning stays: numbers,
 * dates and cards.
 */
final class Variation {

    private static final List<String> OPENINGS = List.of(
            "",
            "",
            "um, ",
            "well, ",
            "okay, ",
            "so, ",
            "right, ",
            "hm, ",
            "ah, ",
            "oh, ",
            "alright, ",
            "er, ",
            "I see, ",
            "let me see, ",
            "good, ",
            "fine, ",
            "great, ",
            "uh, ",
            "let me think, ",
            "very well, ",
            "ok, ",
            "aha, ");
    private static final List<String> CLOSINGS = List.of(
            "",
            "",
            " please",
            " thanks",
            " thank you",
            " if I may",
            " then",
            " I guess",
            " I think",
            ", dear",
            ", my friend",
            " thank you very much",
            " many thanks",
            " thanks a lot",
            " cheers",
            ", so to speak",
            ", as I said",
            ", you see",
            ", I suppose",
            ", I would say");
    private static final List<String> MARKS = List.of("", ".", "!", "..", "...", " .", " !");
    private static final List<String> FIRST_NAMES = List.of(
            "Anna", "Bruno", "Clara", "David", "Elena", "Felix", "Greta", "Hugo", "Irene", "Jonas", "Karin", "Louis",
            "Maria", "Nadia", "Oscar", "Paula", "Quentin", "Rosa", "Simon", "Tessa", "Ursula", "Victor", "Wanda");
    private static final List<String> LAST_NAMES = List.of(
            "Adler", "Brandt", "Costa", "Duarte", "Evans", "Fischer", "Garcia", "Hansen", "Ivanov", "Jensen", "Keller",
            "Larsen", "Moretti", "Novak", "Olsen", "Peters", "Quinn", "Rossi", "Schmidt", "Torres", "Vogel", "Weber");

    private static final Pattern EMAIL = Pattern.compile("(\\S+)@");
    private static final Pattern LONG_LOWER_CASE_WORD = Pattern.compile("(?<!\\S)\\p{Ll}{7,}(?!\\S)");
    private static final Pattern FACT_BEARING = Pattern.compile(".*[@\\d].*");
    private static final int SHORTEST_FOR_A_TYPO = 5;

    private final Random random;

    Variation(long seed) {
        this.random = new Random(seed);
    }

    /** The same meaning in other words. */
    String vary(String line, Set<String> names) {
        String varied = line;
        for (String name : names) {
            varied = Pattern.compile("\\b" + Pattern.quote(name) + "\\b", Pattern.CASE_INSENSITIVE)
                    .matcher(varied)
                    .replaceAll(name.contains(" ") ? pick(FIRST_NAMES) + " " + pick(LAST_NAMES) : pick(FIRST_NAMES));
        }
        if (varied.contains("@")) {
            return EMAIL.matcher(varied).replaceFirst("$1" + random.nextInt(1_000_000) + "@");
        }
        boolean plain = !FACT_BEARING.matcher(varied).matches();
        if (plain && !varied.equals(line)) {
            return varied + pick(MARKS);
        }
        if (plain && random.nextInt(3) == 0) {
            varied = withTypo(varied);
        }
        String body = varied.replaceAll("[.!]+$", "");
        boolean question = body.endsWith("?");
        String opening = pick(OPENINGS);
        if (!opening.isEmpty() && !body.startsWith("I ") && !body.startsWith("I'")) {
            body = body.substring(0, 1).toLowerCase(Locale.ROOT) + body.substring(1);
        }
        String said = opening + body + (question ? "" : pick(CLOSINGS) + pick(MARKS));
        return random.nextInt(3) == 0 ? said.toLowerCase(Locale.ROOT) : said;
    }

    /** Two neighbouring letters inside a long word change places. */
    private String withTypo(String line) {
        return LONG_LOWER_CASE_WORD.matcher(line).replaceFirst(word -> {
            StringBuilder letters = new StringBuilder(word.group());
            int at = 2 + random.nextInt(letters.length() - SHORTEST_FOR_A_TYPO);
            char moved = letters.charAt(at);
            letters.setCharAt(at, letters.charAt(at + 1));
            letters.setCharAt(at + 1, moved);
            return letters.toString();
        });
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
