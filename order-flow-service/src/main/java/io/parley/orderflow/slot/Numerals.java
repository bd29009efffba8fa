package io.parley.orderflow.slot;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads numbers in figures, by the locale's separators, and in words up to the thousands. */
final class Numerals {

    /** Nothing that is sold by conversation is counted in more than this. */
    private static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000_000L);

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Map<String, Integer> ones;
    private final Map<String, Integer> tens;
    private final Map<String, Integer> scales;
    private final Phrases and;
    private final Phrases article;
    private final NumberedPhrases counted;
    private final Phrases half;
    private final Phrases oneAndAHalf;
    private final CompoundNumerals compounds;
    private final char group;

    Numerals(Words words, Locale locale) {
        this.counted = words.numberedPhrases("counted");
        this.half = words.phrases("halves");
        this.oneAndAHalf = words.phrases("one-and-a-half");
        this.compounds = new CompoundNumerals(words);
        this.ones = words.numbered("ones");
        this.tens = words.numbered("tens");
        this.scales = words.numbered("scales");
        this.and = words.phrases("number-and");
        this.article = words.phrases("article");
        this.group = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? '.' : ',';
    }

    /** @param to after its last word */
    record Numeral(int to, BigDecimal value) {

        boolean isWhole() {
            return value.stripTrailingZeros().scale() <= 0;
        }
    }

    /** The number that begins at this word. */
    Optional<Numeral> at(Utterance utterance, int at) {
        if (utterance.isNumber(at)) {
            return figures(utterance.word(at)).map(value -> scaled(utterance, at + 1, value));
        }
        return counted.at(utterance, at)
                .or(() -> broken(utterance, at, half, HALF))
                .or(() -> broken(utterance, at, oneAndAHalf, BigDecimal.ONE.add(HALF)))
                .or(() -> compounds.apart(utterance, at))
                .or(() -> inWords(utterance, at))
                .or(() -> compounds.of(utterance.word(at)).map(value -> scaled(utterance, at + 1, value)));
    }

    private static Optional<Numeral> broken(Utterance utterance, int at, Phrases phrases, BigDecimal value) {
        int end = phrases.endAt(utterance, at);
        return end == at ? Optional.empty() : Optional.of(new Numeral(end, value));
    }

    private Numeral scaled(Utterance utterance, int at, BigDecimal value) {
        Integer scale = utterance.gap(at).isBlank() ? scales.get(utterance.word(at)) : null;
        return scale == null || at >= utterance.size()
                ? new Numeral(at, value)
                : new Numeral(at + 1, value.multiply(BigDecimal.valueOf(scale)));
    }

    /** {@code 1,250.50} or {@code 1.250,50}; a group separator that groups no three digits is a decimal point. */
    Optional<BigDecimal> figures(String figures) {
        String grouped = figures.replaceAll("(?<=\\d)[" + group + "](?=\\d{3}(?!\\d))", "");
        String plain = grouped.replace(',', '.');
        if (plain.length() > 15 || plain.indexOf('.') != plain.lastIndexOf('.')) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(plain)).filter(value -> value.compareTo(LIMIT) < 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Numeral> inWords(Utterance utterance, int from) {
        long total = 0;
        long part = 0;
        int end = from;
        int at = from;
        Step last = Step.START;
        while (at < utterance.size() && (at == from || !utterance.pausedBefore(at))) {
            String word = utterance.word(at);
            Integer one = ones.get(word);
            Integer ten = tens.get(word);
            Integer scale = scales.get(word);
            if (one != null
                    && (last == Step.START || last == Step.SCALE || (last == Step.TENS && one < 10 && one > 0))) {
                part += one;
                last = Step.ONES;
            } else if (ten != null && (last == Step.START || last == Step.SCALE)) {
                part += ten;
                last = Step.TENS;
            } else if (scale != null && last != Step.START && (part > 0 || total > 0)) {
                part = Math.max(1, part) * scale;
                if (scale >= 1000) {
                    total += part;
                    part = 0;
                }
                last = Step.SCALE;
            } else if (at == from && article.contains(word) && scales.containsKey(utterance.word(at + 1))) {
                part = 1;
                last = Step.ONES;
            } else if (last == Step.SCALE && and.contains(word) && isSmall(utterance.word(at + 1))) {
                at++;
                continue;
            } else {
                break;
            }
            at++;
            end = at;
        }
        return end == from ? Optional.empty() : Optional.of(new Numeral(end, BigDecimal.valueOf(total + part)));
    }

    private boolean isSmall(String word) {
        return ones.containsKey(word) || tens.containsKey(word);
    }

    private enum Step {
        START,
        ONES,
        TENS,
        SCALE
    }
}
