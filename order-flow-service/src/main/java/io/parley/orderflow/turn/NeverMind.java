package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.orderflow.response.BucketRenderer;
import java.util.Locale;

/** The words by which a customer stops waiting for a person. They are the campaign's, so that every language has its own. */
final class NeverMind {

    private static final String BUCKET = "hand-off-never-mind";

    /** In more words than these there is something else as well. */
    private static final int BRIEF = 8;

    private NeverMind() {}

    /** What can be clicked instead of saying it. */
    static String shown(Campaign campaign, BucketRenderer buckets) {
        return buckets.texts(BUCKET, campaign).getFirst();
    }

    static boolean isSaid(Words words, Campaign campaign, BucketRenderer buckets) {
        String said = bare(words.masked().value(), campaign.locale());
        boolean brief = said.strip().split(" ").length <= BRIEF;
        return brief
                && buckets.texts(BUCKET, campaign).stream()
                        .map(text -> bare(text, campaign.locale()))
                        .anyMatch(said::contains);
    }

    /** Words with single spaces around them. */
    private static String bare(String text, Locale locale) {
        return " "
                + text.toLowerCase(locale).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }
}
