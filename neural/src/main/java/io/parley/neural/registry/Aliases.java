package io.parley.neural.registry;

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
 */
public record Aliases(@Nullable String champion, @Nullable String challenger, List<String> earlier, int published) {

    static final Aliases NONE = new Aliases(null, null, List.of(), 0);
    private static final int REMEMBERED = 20;

    public Aliases {
        earlier = List.copyOf(earlier);
    }

    /** The role of a version, if it has one. */
    public @Nullable Role roleOf(String version) {
        if (version.equals(champion)) {
            return Role.CHAMPION;
        }
        return version.equals(challenger) ? Role.CHALLENGER : null;
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
        return new Aliases(version, stillChallenging, history.subList(skipped, history.size()), published);
    }

    Aliases challengedBy(@Nullable String version) {
        return new Aliases(champion, version, earlier, published);
    }

    Aliases rolledBackTo(String version) {
        int at = earlier.lastIndexOf(version);
        String stillChallenging = version.equals(challenger) ? null : challenger;
        return new Aliases(version, stillChallenging, earlier.subList(0, at), published);
    }

    Aliases without(String version) {
        return new Aliases(
                champion,
                challenger,
                earlier.stream().filter(each -> !each.equals(version)).toList(),
                published);
    }

    Aliases withPublished(int count) {
        return new Aliases(champion, challenger, earlier, count);
    }
}
