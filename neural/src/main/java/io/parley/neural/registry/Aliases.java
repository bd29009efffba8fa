package io.parley.neural.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a campaign are used for what. Replaced as a whole, atomically.
 *
 * @param champion the version that answers; null before the first
 * @param challenger the version that is being compared; null where none is
 * @param earlier former champions, latest last
 * @param published how many versions were ever published, so that no name is given twice
 * @param changedAt when champion or challenger were last decided on; grows with every such decision. Files of earlier
 *     releases do not tell, which counts as long ago
 */
public record Aliases(
        @Nullable String champion,
        @Nullable String challenger,
        List<String> earlier,
        int published,
        Instant changedAt) {

    static final Aliases NONE = new Aliases(null, null, List.of(), 0, Instant.EPOCH);
    private static final int REMEMBERED = 20;

    @SuppressWarnings("ConstantValue") // a file of an earlier release has no such field
    public Aliases {
        earlier = List.copyOf(earlier);
        changedAt = changedAt == null ? Instant.EPOCH : changedAt;
    }

    /** The role of a version, if it has one. */
    public @Nullable Role roleOf(String version) {
        if (version.equals(champion)) {
            return Role.CHAMPION;
        }
        return version.equals(challenger) ? Role.CHALLENGER : null;
    }

    /**
     * What is decided anew.
     *
     * @param now moved on where the clock has not, so that of two decisions the later one can be told
     */
    Aliases decidedAt(Instant now) {
        Instant next = changedAt.plusMillis(1);
        return withChangedAt(now.isAfter(next) ? now : next);
    }

    Aliases activated(String version) {
        if (version.equals(champion)) {
            return this;
        }
        List<String> history = new ArrayList<>(earlier);
        if (champion != null) {
            history.add(champion);
        }
        int skipped = Math.max(0, history.size() - REMEMBERED);
        String stillChallenging = version.equals(challenger) ? null : challenger;
        return new Aliases(version, stillChallenging, history.subList(skipped, history.size()), published, changedAt);
    }

    Aliases challengedBy(@Nullable String version) {
        return new Aliases(champion, version, earlier, published, changedAt);
    }

    Aliases rolledBackTo(String version) {
        int at = earlier.lastIndexOf(version);
        String stillChallenging = version.equals(challenger) ? null : challenger;
        return new Aliases(version, stillChallenging, earlier.subList(0, at), published, changedAt);
    }

    Aliases without(String version) {
        return new Aliases(
                champion,
                challenger,
                earlier.stream().filter(each -> !each.equals(version)).toList(),
                published,
                changedAt);
    }

    Aliases withChangedAt(Instant instant) {
        return new Aliases(champion, challenger, earlier, published, instant);
    }

    Aliases withPublished(int count) {
        return new Aliases(champion, challenger, earlier, count, changedAt);
    }
}
