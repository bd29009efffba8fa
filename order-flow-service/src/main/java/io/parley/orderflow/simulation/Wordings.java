package io.parley.orderflow.simulation;

import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.campaign.Reading;
import io.parley.contracts.ReservedState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the campaign's writers know customers to say, by state and by what it is for. Simulations that test use wordings the
 * models have not learnt where there are enough; those that write rows for training use the others.
 */
final class Wordings {

    /** With fewer wordings kept from training, customers would all say the same. */
    private static final int ENOUGH = 3;

    /** Wordings looked at for one that fits; with more, a customer would find the one that never fails. */
    static final int LOOKED_AT = 25;

    private static final String ONWARD = "onward";
    private static final String AWAY = "away";
    private static final String STAY = "stay";

    private final Campaign campaign;
    private final Map<String, Map<String, List<Example>>> byState = new HashMap<>();
    private final Map<String, List<Example>> anywhere = new HashMap<>();

    /** @param forRows whether the wordings for training rows are wanted rather than those to test with */
    Wordings(Campaign campaign, Reading reading, boolean forRows) {
        this.campaign = campaign;
        Map<String, Map<String, List<Example>>> learnt = sorted(reading.examples());
        Map<String, Map<String, List<Example>>> keptApart = sorted(reading.heldOut());
        learnt.forEach((state, uses) -> uses.forEach((use, examples) -> {
            List<Example> fresh = keptApart.getOrDefault(state, Map.of()).getOrDefault(use, List.of());
            boolean enough = fresh.size() >= ENOUGH;
            List<Example> taken = enough ? (forRows ? examples : fresh) : half(examples, forRows);
            byState.computeIfAbsent(state, key -> new HashMap<>()).put(use, taken);
            anywhere.computeIfAbsent(use, key -> new ArrayList<>()).addAll(taken);
        }));
    }

    /** Answers that lead on from a state; may be empty. */
    List<Example> answers(String state) {
        return said(state, ONWARD);
    }

    /** Words that give up, said in that state or, if nobody wrote any there, anywhere. */
    List<Example> farewells(String state) {
        return saidSomewhere(state, AWAY);
    }

    /** Words of a reserved state, said in that state or, if nobody wrote any there, anywhere. */
    List<Example> asides(String state, ReservedState kind) {
        return saidSomewhere(state, kind.label());
    }

    /** Words that change something, said wherever. */
    List<Example> corrections() {
        return anywhere.getOrDefault(ReservedState.CORRECTION.label(), List.of());
    }

    private List<Example> said(String state, String use) {
        return byState.getOrDefault(state, Map.of()).getOrDefault(use, List.of());
    }

    private List<Example> saidSomewhere(String state, String use) {
        List<Example> here = said(state, use);
        return here.isEmpty() ? anywhere.getOrDefault(use, List.of()) : here;
    }

    private Map<String, Map<String, List<Example>>> sorted(List<Example> examples) {
        Map<String, Map<String, List<Example>>> sorted = new HashMap<>();
        for (Example example : examples) {
            sorted.computeIfAbsent(example.state(), key -> new HashMap<>())
                    .computeIfAbsent(use(example), key -> new ArrayList<>())
                    .add(example);
        }
        return sorted;
    }

    private String use(Example example) {
        if (ReservedState.of(example.next()).isPresent()) {
            return example.next();
        }
        if (example.next().equals(example.state())) {
            return STAY;
        }
        return campaign.isLost(example.next()) ? AWAY : ONWARD;
    }

    /** By the text, so that a wording is on the same side in every session. */
    private static List<Example> half(List<Example> examples, boolean second) {
        List<Example> half = examples.stream()
                .filter(example -> (Math.floorMod(example.text().value().hashCode(), 2) == 1) == second)
                .toList();
        return half.isEmpty() ? examples : half;
    }
}
