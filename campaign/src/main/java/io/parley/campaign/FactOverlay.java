package io.parley.campaign;

import io.parley.contracts.fact.FactChange;
import io.parley.contracts.fact.FactStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What operators made of a campaign's facts since its folder was written: the latest change of each. Immutable; told apart
 * by identity.
 */
public final class FactOverlay {

    /** Nothing was changed. */
    public static final FactOverlay NONE = new FactOverlay(Map.of());

    private final Map<String, FactChange> changes;

    private FactOverlay(Map<String, FactChange> changes) {
        this.changes = changes;
    }

    /** The latest of these changes of one campaign's facts. */
    public static FactOverlay of(Collection<FactChange> changes) {
        Map<String, FactChange> latest = new TreeMap<>();
        for (FactChange change : changes) {
            latest.merge(change.fact(), change, (one, other) -> one.version() >= other.version() ? one : other);
        }
        return new FactOverlay(Collections.unmodifiableMap(latest));
    }

    /** With one more change; the same object if a later version of the fact, or this one, is known. */
    public FactOverlay with(FactChange change) {
        FactChange known = changes.get(change.fact());
        if (known != null && known.version() >= change.version()) {
            return this;
        }
        Map<String, FactChange> more = new TreeMap<>(changes);
        more.put(change.fact(), change);
        return new FactOverlay(Collections.unmodifiableMap(more));
    }

    /** The changes, in the order of the facts' ids. */
    public Collection<FactChange> changes() {
        return changes.values();
    }

    public Optional<FactChange> change(String fact) {
        return Optional.ofNullable(changes.get(fact));
    }

    /** Those facts that operators wrote, in the order of their ids. */
    public List<Fact> written() {
        return changes.values().stream()
                .filter(change -> change.status() == FactStatus.EDITED)
                .map(change -> Fact.of(Objects.requireNonNull(change.content(), "an edited fact has content")))
                .toList();
    }

    /** The facts of the folder as they were changed: in their order, followed by new ones in the order of their ids. */
    public List<Fact> over(List<Fact> folder) {
        Map<String, Fact> written = new TreeMap<>();
        written().forEach(fact -> written.put(fact.id(), fact));
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : folder) {
            FactChange change = changes.get(fact.id());
            if (change == null || change.status() == FactStatus.FOLDER) {
                facts.add(fact);
            } else {
                Optional.ofNullable(written.remove(fact.id())).ifPresent(facts::add);
            }
        }
        facts.addAll(written.values());
        return facts;
    }
}
