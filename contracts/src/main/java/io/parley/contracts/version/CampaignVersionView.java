package io.parley.contracts.version;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a campaign that is kept.
 *
 * @param number counted from 1
 * @param hash names its files: the same files have the same
 * @param version names what it sells, as conversations and orders tell it: flow and facts
 * @param origin {@code folder}: it stood in the campaigns' folder; {@code sent}: an operator sent it
 * @param base the version it was made of by editing; null for none
 * @param note what its author says about it; may be empty
 * @param onSale whether conversations that begin now begin with it
 * @param published when it was put on sale, each time, oldest first
 */
public record CampaignVersionView(
        int number,
        String hash,
        String version,
        String origin,
        @Nullable Integer base,
        String note,
        Instant keptAt,
        boolean onSale,
        List<Instant> published) {

    public CampaignVersionView {
        published = List.copyOf(published);
    }
}
