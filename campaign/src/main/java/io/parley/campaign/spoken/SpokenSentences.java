package io.parley.campaign.spoken;

import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.campaign.Fact;
import io.parley.campaign.Option;
import io.parley.campaign.Reading;
import io.parley.campaign.Slot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The sentences of a campaign that its customers may say: its examples, the questions of its facts, and what can be chosen.
 *
 * @param campaign the campaign's id
 * @param contentHash sixteen hexadecimal digits that name the sentences: the same ones have the same hash
 * @param sentences as they are written, in the order of the files; an example that is said often is there as often
 */
public record SpokenSentences(String campaign, String contentHash, List<String> sentences) {
    /** Where a card number, an address or a telephone number was masked, there is nothing to learn. */
    private static final Pattern MASKED = Pattern.compile("<[a-z]+>");

    public SpokenSentences {
        sentences = List.copyOf(sentences);
    }

    /**
     * What a campaign's folder has.
     *
     * @throws IllegalArgumentException if the campaign has errors
     */
    public static SpokenSentences of(Reading reading) {
        Campaign campaign = reading.campaign()
                .orElseThrow(() ->
                        new IllegalArgumentException("a campaign with errors has no vocabulary; validate it first"));
        return of(campaign, reading.examples());
    }

    /** What a campaign and its examples have. */
    public static SpokenSentences of(Campaign campaign, List<Example> examples) {
        List<String> sentences = new ArrayList<>();
        examples.forEach(example -> add(sentences, example.text().value()));
        for (Fact fact : campaign.facts()) {
            fact.ask().forEach(question -> add(sentences, question));
        }
        Set<String> names = new LinkedHashSet<>();
        for (Slot slot : campaign.slots().values()) {
            for (Option option : slot.options().values()) {
                names.add(option.say());
                names.addAll(option.synonyms());
            }
        }
        names.forEach(name -> add(sentences, name));
        return new SpokenSentences(campaign.id(), hash(sentences), sentences);
    }

    private static void add(List<String> sentences, String sentence) {
        String plain = MASKED.matcher(sentence).replaceAll(" ").strip();
        if (!plain.isEmpty()) {
            sentences.add(plain);
        }
    }

    private static String hash(List<String> sentences) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String sentence : sentences) {
                digest.update(sentence.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
