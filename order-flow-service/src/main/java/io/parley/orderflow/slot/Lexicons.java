package io.parley.orderflow.slot;

import io.parley.campaign.Campaign;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** The lexicons of the campaigns in use. Campaigns are told apart by identity: comparing them whole is slow. */
final class Lexicons {

    private static final int LIMIT = 32;

    private record Entry(WeakReference<Campaign> campaign, Lexicon lexicon) {}

    private volatile List<Entry> entries = List.of();

    Lexicon of(Campaign campaign) {
        for (Entry entry : entries) {
            if (entry.campaign().refersTo(campaign)) {
                return entry.lexicon();
            }
        }
        return add(campaign);
    }

    private synchronized Lexicon add(Campaign campaign) {
        Lexicon lexicon = new Lexicon(campaign);
        List<Entry> kept = new ArrayList<>();
        kept.add(new Entry(new WeakReference<>(campaign), lexicon));
        entries.stream()
                .filter(entry ->
                        !entry.campaign().refersTo(null) && !entry.campaign().refersTo(campaign))
                .limit(LIMIT - 1)
                .forEach(kept::add);
        entries = List.copyOf(kept);
        return lexicon;
    }
}
