package io.parley.campaign;

import java.util.List;

/**
 * What was found in a file of facts.
 *
 * @param facts the good ones, in the order of the file
 * @param problems what is wrong with the others, in the order of their lines
 */
public record FactReading(List<Fact> facts, List<CampaignProblem> problems) {

    public FactReading {
        facts = List.copyOf(facts);
        problems = List.copyOf(problems);
    }

    /** Whether nothing worse than a warning was found. */
    public boolean isValid() {
        return problems.stream().noneMatch(CampaignProblem::isError);
    }
}
