package io.parley.intent.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Keeps whole sessions from training, for networks that look back: the turns of one conversation stay together. Those of
 * different conversations are as different as they will be in use, so wordings need no care.
 */
final class SessionSplit {

    private SessionSplit() {}

    /** @param share of the rows to keep apart, roughly */
    static Split of(List<LabelledSituation> rows, double share, long seed) {
        List<String> sessions = new ArrayList<>(
                rows.stream().map(LabelledSituation::session).distinct().toList());
        if (rows.size() < Split.FEWEST_ROWS || sessions.size() < 2) {
            return new Split(rows, List.of());
        }
        Shuffle.inPlace(sessions, new SplittableRandom(seed));
        Set<String> kept = new HashSet<>(
                sessions.subList(0, Math.clamp(Math.round(share * sessions.size()), 1, sessions.size() - 1)));
        return new Split(
                rows.stream().filter(row -> !kept.contains(row.session())).toList(),
                rows.stream().filter(row -> kept.contains(row.session())).toList());
    }
}
