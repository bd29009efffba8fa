package io.parley.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A set of situations: for every slot that conditions look at, the classes it may be in, independently of the others. Never
 * empty, never changed.
 */
final class Region {

    private final long[] masks;

    /**
     * @param masks {@code [slots]}, each with at least one bit
     */
    Region(long[] masks) {
        this.masks = masks.clone();
    }

    int slots() {
        return masks.length;
    }

    /** The classes the slot of that number may be in. */
    long at(int slot) {
        return masks[slot];
    }

    /** The same with other classes for one slot. */
    Region with(int slot, long mask) {
        Region changed = new Region(masks);
        changed.masks[slot] = mask;
        return changed;
    }

    /** The situations in both, if there are any. */
    Optional<Region> and(Region other) {
        long[] both = new long[masks.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = masks[i] & other.masks[i];
            if (both[i] == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new Region(both));
    }

    /** The situations that are not in the other, in regions that do not overlap. */
    List<Region> minus(Region other) {
        if (and(other).isEmpty()) {
            return List.of(this);
        }
        List<Region> pieces = new ArrayList<>();
        Region rest = this;
        for (int i = 0; i < masks.length; i++) {
            long outside = rest.masks[i] & ~other.masks[i];
            if (outside != 0) {
                pieces.add(rest.with(i, outside));
                rest = rest.with(i, rest.masks[i] & other.masks[i]);
            }
        }
        return pieces;
    }

    boolean contains(Region other) {
        for (int i = 0; i < masks.length; i++) {
            if ((other.masks[i] & ~masks[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** One region with exactly the situations of both, which there is if they differ in one slot. */
    Optional<Region> joined(Region other) {
        int differing = -1;
        for (int i = 0; i < masks.length; i++) {
            if (masks[i] != other.masks[i]) {
                if (differing >= 0) {
                    return Optional.empty();
                }
                differing = i;
            }
        }
        return differing < 0
                ? Optional.of(this)
                : Optional.of(with(differing, masks[differing] | other.masks[differing]));
    }

    /** The smallest region around both: it may have situations that are in neither. */
    Region around(Region other) {
        long[] either = new long[masks.length];
        Arrays.setAll(either, i -> masks[i] | other.masks[i]);
        return new Region(either);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Region region && Arrays.equals(masks, region.masks);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(masks);
    }
}
