package io.parley.orderflow.facts;

import io.parley.campaign.CampaignProblem;
import io.parley.campaign.Fact;
import io.parley.campaign.FactOverlay;
import io.parley.campaign.FactReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What operators changed of a campaign's facts.
 *
 * @param problems of facts they wrote, by the fact's id; a folder that is edited may make a good fact bad
 * @param unusable those of them that have an error
 */
record ChangedFacts(FactOverlay overlay, Map<String, List<String>> problems, Set<String> unusable) {

    static final ChangedFacts NONE = new ChangedFacts(FactOverlay.NONE, Map.of(), Set.of());

    ChangedFacts {
        problems = Map.copyOf(problems);
        unusable = Set.copyOf(unusable);
    }

    /**
     * @param reading of the facts that operators wrote, the first on line 1, the second on line 2
     */
    static ChangedFacts of(FactOverlay overlay, FactReading reading) {
        List<Fact> written = overlay.written();
        Map<String, List<String>> problems = new TreeMap<>();
        Set<String> unusable = new TreeSet<>();
        for (CampaignProblem problem : reading.problems()) {
            String fact = written.get(Math.max(1, problem.line()) - 1).id();
            problems.computeIfAbsent(fact, it -> new ArrayList<>()).add(problem.message());
            if (problem.isError()) {
                unusable.add(fact);
            }
        }
        return new ChangedFacts(overlay, problems, unusable);
    }

    List<String> problems(String fact) {
        return problems.getOrDefault(fact, List.of());
    }
}
