package io.parley.modelservice.serving;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a challenger does beside the champion in this instance of the service, since the two are in use here.
 *
 * @param champion the version that answers; null if none does
 * @param challenger the version that is compared with it; null if none is, and then nothing else is told
 * @param since when the comparison of these two began
 * @param compared turns that both have answered
 * @param agreed those of them at which they said the same
 * @param agreement their share, in [0, 1]; null before the first
 * @param failed turns at which the challenger broke off
 * @param dropped turns that were not compared because too many were waiting
 * @param divergences where they parted first in each conversation, latest first; only the latest are kept
 */
public record ShadowReport(
        String campaign,
        @Nullable String champion,
        @Nullable String challenger,
        @Nullable Instant since,
        long compared,
        long agreed,
        @Nullable Double agreement,
        long failed,
        long dropped,
        List<Divergence> divergences) {

    public ShadowReport {
        divergences = List.copyOf(divergences);
    }

    static ShadowReport ofNothing(String campaign, @Nullable String champion) {
        return new ShadowReport(campaign, champion, null, null, 0, 0, null, 0, 0, List.of());
    }
}
