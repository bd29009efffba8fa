package io.parley.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A set of situations as a growing list of regions, kept short by leaving out what is in others and joining what fits. */
final class Regions {

    /** A set is as exact as so many regions can tell. */
    private static final int MOST = 32;

    private final Effort effort;
    private final Beyond beyond;
    private final List<Region> regions = new ArrayList<>();
    private boolean exact = true;

    Regions(Effort effort, Beyond beyond) {
        this.effort = effort;
        this.beyond = beyond;
    }

    /** What becomes of a set that is too intricate to be kept exactly. */
    enum Beyond {
        /** It gets situations more, as where everything that can happen must be in it. */
        MORE,
        /** It lacks some, as where only what is certain may be in it. */
        FEWER
    }

    List<Region> all() {
        return List.copyOf(regions);
    }

    /** Whether it has exactly the situations that were added. */
    boolean isExact() {
        return exact;
    }

    /**
     * @return what is new by it, at least: nothing if it was in here, or is left out
     */
    Optional<Region> add(Region region) {
        effort.spend(1 + regions.size());
        if (regions.stream().anyMatch(present -> present.contains(region))) {
            return Optional.empty();
        }
        if (beyond == Beyond.FEWER && regions.size() >= MOST) {
            exact = false;
            return Optional.empty();
        }
        Region grown = region;
        boolean joins = true;
        while (joins) {
            Region current = grown;
            regions.removeIf(current::contains);
            Optional<Region> partner = regions.stream()
                    .filter(present -> present.joined(current).isPresent())
                    .findFirst();
            joins = partner.isPresent();
            if (joins) {
                regions.remove(partner.get());
                grown = partner.get().joined(current).orElseThrow();
                effort.spend(1 + regions.size());
            }
        }
        regions.add(grown);
        if (regions.size() <= MOST) {
            return Optional.of(region);
        }
        exact = false;
        Region around = regions.stream().reduce(Region::around).orElseThrow();
        regions.clear();
        regions.add(around);
        return Optional.of(around);
    }

    /** Says in one region what is known to be the same. */
    void replaceBy(Region same) {
        regions.clear();
        regions.add(same);
        exact = true;
    }

    /** The situations of a region that are not in here. */
    List<Region> missing(Region region) {
        List<Region> rest = List.of(region);
        for (Region present : regions) {
            effort.spend(rest.size());
            rest = rest.stream().flatMap(piece -> piece.minus(present).stream()).toList();
        }
        return rest;
    }
}
