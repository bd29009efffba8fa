package io.parley.orderflow.simulation;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** What becomes of words between a customer's head and us: typing errors, and a recogniser's way of writing. Seeded. */
final class Noise {

    private static final Pattern LONGER_WORD = Pattern.compile("(?<![\\p{L}@.<])\\p{L}{4,}(?![\\p{L}@.>])");
    private static final Pattern SEPARATE_MARK = Pattern.compile("[,;:!?…]+(?=\\s|$)|\\.(?=\\s|$)");
    private static final int KINDS = 3;

    private final Random random;
    private final double typos;
    private final double recognition;

    /**
     * @param typos the share of words of four letters and more that get a typing error
     * @param recognition the share of utterances without case and punctuation
     */
    Noise(Random random, double typos, double recognition) {
        this.random = random;
        this.typos = typos;
        this.recognition = recognition;
    }

    String on(String words) {
        String typed = typos > 0
                ? LONGER_WORD
                        .matcher(words)
                        .replaceAll(found -> random.nextDouble() < typos ? typo(found.group()) : found.group())
                : words;
        return random.nextDouble() < recognition
                ? SEPARATE_MARK.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT)
                : typed;
    }

    /** Two neighbours change places, a letter is missing, or one is there twice; the first letter stays. */
    private String typo(String word) {
        int at = 1 + random.nextInt(word.length() - 2);
        StringBuilder letters = new StringBuilder(word);
        switch (random.nextInt(KINDS)) {
            case 0 -> {
                char moved = letters.charAt(at);
                letters.setCharAt(at, letters.charAt(at + 1));
                letters.setCharAt(at + 1, moved);
            }
            case 1 -> letters.deleteCharAt(at);
            default -> letters.insert(at, letters.charAt(at));
        }
        return letters.toString();
    }
}
