package io.parley.campaign;

import io.parley.contracts.ReservedState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a session of examples is, row by row. */
final class SessionPath {

    private final String start;
    private final List<String> visited = new ArrayList<>();
    private Optional<String> current;

    SessionPath(String start) {
        this.start = start;
        this.current = Optional.of(start);
    }

    /** Where the next row is said; nothing after a row that leads nowhere. */
    Optional<String> current() {
        return current;
    }

    /** A row stands in this state. */
    void at(String state) {
        current = Optional.of(state);
        if (visited.isEmpty() || !visited.getLast().equals(state)) {
            visited.add(state);
        }
    }

    /** A row has this label. */
    void follow(String label, Campaign campaign) {
        Optional<ReservedState> reserved = ReservedState.of(label);
        if (reserved.isEmpty()) {
            current = Optional.of(label).filter(campaign.states()::containsKey);
            return;
        }
        switch (reserved.get()) {
            case BACK -> goBack();
            case RESTART -> {
                visited.clear();
                current = Optional.of(start);
            }
            case QUESTION, HESITATION, CORRECTION, REPEAT, PERSON, OTHER -> {
                // the session stays where it is
            }
        }
    }

    /** The last different state of the path; the first state has none before it. */
    private void goBack() {
        if (visited.size() > 1) {
            visited.removeLast();
            current = Optional.of(visited.getLast());
        }
    }
}
