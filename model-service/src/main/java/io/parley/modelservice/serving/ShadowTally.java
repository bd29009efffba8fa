package io.parley.modelservice.serving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was counted since a champion and a challenger are in use beside each other. Thread-safe. */
final class ShadowTally {

    /** So many conversations that parted are remembered. */
    static final int REMEMBERED = 1_000;

    private final String campaign;
    private final String champion;
    private final String challenger;
    private final Instant since;
    private final Map<String, Divergence> first = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Divergence> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long compared;
    private long agreed;
    private long failed;
    private long dropped;

    ShadowTally(String campaign, String champion, String challenger, Instant since) {
        this.campaign = campaign;
        this.champion = champion;
        this.challenger = challenger;
        this.since = since;
    }

    /** Whether these two are the ones that are counted here. */
    boolean isOf(String itsChampion, String itsChallenger) {
        return champion.equals(itsChampion) && challenger.equals(itsChallenger);
    }

    synchronized void agreed() {
        compared++;
        agreed++;
    }

    synchronized void diverged(Divergence divergence) {
        compared++;
        first.putIfAbsent(divergence.conversationId(), divergence);
    }

    /** @return how often before */
    synchronized long failed() {
        return failed++;
    }

    synchronized void dropped() {
        dropped++;
    }

    /** @param divergences how many to tell at most */
    synchronized ShadowReport report(int divergences) {
        List<Divergence> latest = new ArrayList<>(first.values()).reversed();
        return new ShadowReport(
                campaign,
                champion,
                challenger,
                since,
                compared,
                agreed,
                compared == 0 ? null : (double) agreed / compared,
                failed,
                dropped,
                latest.subList(0, Math.min(divergences, latest.size())));
    }
}
