package io.parley.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What customers can make of a situation while a state is heard: whatever is unknown they may tell, and what the state asks
 * for they may tell anew. A state can only be left with a value for everything it requires.
 */
final class Answering {

    private final FlowSpace space;

    Answering(FlowSpace space) {
        this.space = space;
    }

    /** The situations in which a state that is heard can be left. */
    List<Region> answered(State state, Region arrived) {
        Optional<Region> heard = space.where(state.when()).flatMap(arrived::and);
        if (heard.isEmpty()) {
            return List.of();
        }
        Region told = heard.get();
        for (int slot = 0; slot < told.slots(); slot++) {
            if ((told.at(slot) & SlotClasses.UNKNOWN) != 0) {
                told = told.with(slot, space.everything().at(slot));
            }
        }
        for (int slot : space.collected(state)) {
            told = told.with(slot, told.at(slot) | known(slot));
        }
        return unchanged(state, told);
    }

    /** The situations in which a state is passed over because its condition does not hold. */
    List<Region> skipped(State state, Region arrived) {
        return space.whereNot(state.when(), arrived);
    }

    /**
     * The situations in which a state is passed over without a word about it: because its condition does not hold, or because
     * everything it asks for may be known. A state that always asks waits for a word.
     */
    List<Region> passed(State state, Region arrived) {
        List<Region> passed = new ArrayList<>(skipped(state, arrived));
        if (state.isFinal() || state.alwaysAsk() || !Passing.isAnswerable(state)) {
            return passed;
        }
        Optional<Region> answered = space.where(state.when()).flatMap(arrived::and);
        List<String> needed = Passing.needed(space.campaign(), state);
        for (int slot : space.collected(state)) {
            if (needed.contains(space.slots().get(slot).slot().name())) {
                answered = answered.flatMap(region -> restricted(region, slot, known(slot)));
            }
        }
        answered.ifPresent(passed::add);
        return passed;
    }

    /** The situations from which one of a region can be come to and left in that state. */
    List<Region> before(State state, Region left) {
        List<Region> before = new ArrayList<>(skipped(state, left));
        for (Region answered : unchanged(state, left)) {
            Region untold = answered;
            for (int slot = 0; slot < left.slots(); slot++) {
                boolean told = (answered.at(slot) & known(slot)) != 0;
                long open = told ? SlotClasses.UNKNOWN & space.everything().at(slot) : 0;
                untold = untold.with(slot, untold.at(slot) | open);
            }
            for (int slot : space.collected(state)) {
                boolean told = (answered.at(slot) & known(slot)) != 0;
                untold = untold.with(slot, untold.at(slot) | (told ? known(slot) : 0));
            }
            space.where(state.when()).flatMap(untold::and).ifPresent(before::add);
        }
        return before;
    }

    /**
     * The situations in which a state can be left without another word: it is complete, or its condition does not hold, be
     * it that it has ceased to.
     */
    List<Region> unchanged(State state, Region told) {
        List<Region> leaving = new ArrayList<>(skipped(state, told));
        Optional<Region> complete = space.where(state.when()).flatMap(told::and);
        for (int slot : space.collected(state)) {
            if (space.slots().get(slot).slot().required()) {
                complete = complete.flatMap(region -> restricted(region, slot, known(slot)));
            }
        }
        complete.ifPresent(leaving::add);
        return leaving;
    }

    private long known(int slot) {
        return space.slots().get(slot).known();
    }

    private static Optional<Region> restricted(Region region, int slot, long to) {
        long mask = region.at(slot) & to;
        return mask == 0 ? Optional.empty() : Optional.of(region.with(slot, mask));
    }
}
