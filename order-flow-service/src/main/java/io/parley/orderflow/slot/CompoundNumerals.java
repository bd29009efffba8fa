package io.parley.orderflow.slot;

import io.parley.orderflow.slot.Numerals.Numeral;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers written as one word, in languages that do so: "einundzwanzig", "zweihundertfünfzig", "zweieinhalb". */
final class CompoundNumerals {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int TEN = 10;

    private final Map<String, Integer> belowHundred = new HashMap<>();
    private final Map<String, Integer> scales;
    private final List<String> joints;
    private final List<String> halves;

    CompoundNumerals(Words words) {
        this.joints = words.list("compound-and").stream().map(words::fold).toList();
        this.halves = words.list("compound-half").stream().map(words::fold).toList();
        this.scales = joints.isEmpty() ? Map.of() : words.numbered("scales");
        if (!joints.isEmpty()) {
            belowHundred.putAll(words.numbered("ones"));
            belowHundred.putAll(words.numbered("tens"));
            words.numbered("tens")
                    .forEach((ten, tens) -> words.numbered("ones").forEach((one, ones) -> {
                        if (ones > 0 && ones < TEN) {
                            joints.forEach(joint -> belowHundred.put(one + joint + ten, tens + ones));
                        }
                    }));
        }
    }

    /** The number that the folded word is; nothing if it is none. */
    Optional<BigDecimal> of(String word) {
        for (String half : halves) {
            if (word.endsWith(half)) {
                return whole(word.substring(0, word.length() - half.length()))
                        .map(number -> BigDecimal.valueOf(number).add(HALF));
            }
        }
        return whole(word).map(BigDecimal::valueOf);
    }

    /** A number that was put down as three words: "vier und zwanzig". */
    Optional<Numeral> apart(Utterance utterance, int at) {
        return joints.contains(utterance.word(at + 1)) && !utterance.pausedBefore(at + 1)
                ? Optional.ofNullable(
                                belowHundred.get(utterance.word(at) + utterance.word(at + 1) + utterance.word(at + 2)))
                        .map(number -> new Numeral(at + 3, BigDecimal.valueOf(number)))
                : Optional.empty();
    }

    private Optional<Long> whole(String word) {
        Integer small = belowHundred.get(word);
        if (small != null) {
            return Optional.of((long) small);
        }
        return scales.entrySet().stream()
                .filter(scale -> word.contains(scale.getKey()))
                .max(Map.Entry.comparingByValue())
                .flatMap(scale -> scaled(word, scale.getKey(), scale.getValue()));
    }

    private Optional<Long> scaled(String word, String scale, int value) {
        int at = word.indexOf(scale);
        String before = word.substring(0, at);
        String after = withoutJoint(word.substring(at + scale.length()));
        Optional<Long> times = before.isEmpty() ? Optional.of(1L) : whole(before);
        Optional<Long> rest = after.isEmpty() ? Optional.of(0L) : whole(after);
        return times.flatMap(many -> rest.filter(less -> less < value).map(less -> many * value + less));
    }

    private String withoutJoint(String word) {
        return joints.stream()
                .filter(word::startsWith)
                .findFirst()
                .map(joint -> word.substring(joint.length()))
                .orElse(word);
    }
}
