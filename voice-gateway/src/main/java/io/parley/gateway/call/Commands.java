package io.parley.gateway.call;

import io.parley.contracts.voice.SpokenCampaign;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caller can always want, by voice or by key, whatever is asked for. */
final class Commands {

    private static final int LONGEST_SHOWN = 6;
    private static final String HIDDEN = "••••";

    private final SpokenCampaign.Phrases phrases;

    Commands(SpokenCampaign.Phrases phrases) {
        this.phrases = phrases;
    }

    /** Every way to say one. */
    List<String> all() {
        return Stream.of(phrases.person(), phrases.back(), phrases.repeat(), phrases.cancel())
                .flatMap(List::stream)
                .toList();
    }

    /** The likeliest reading, if it is a command and nothing else. */
    Optional<String> among(List<String> readings) {
        return readings.stream()
                .limit(1)
                .flatMap(reading ->
                        all().stream().filter(command -> plain(command).equals(plain(reading))))
                .findFirst();
    }

    /** What keys stand for. Long numbers are not shown, whatever they are for, and a secret never. */
    Said meaning(Keypad.Entry entry, boolean secret, String turnId, long since) {
        return switch (entry) {
            case Keypad.Entry.Digits(var digits) ->
                new Said(turnId, List.of(digits), secret || digits.length() > LONGEST_SHOWN ? HIDDEN : digits, since);
            case Keypad.Entry.Choice(var text) -> Said.spoken(turnId, List.of(text), since);
            case Keypad.Entry.Person person ->
                Said.spoken(turnId, List.of(phrases.person().getFirst()), since);
            case Keypad.Entry.Back back ->
                Said.spoken(turnId, List.of(phrases.back().getFirst()), since);
            case Keypad.Entry.Repeat repeat ->
                Said.spoken(turnId, List.of(phrases.repeat().getFirst()), since);
        };
    }

    /** Without capitals and punctuation. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
