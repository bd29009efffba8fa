package io.parley.campaign;

import java.util.List;

/**
 * What was found in a file of examples.
 *
 * @param examples the good rows, in the order of the file
 * @param problems what is wrong with the others, in the order of their lines
 */
public record ExampleReading(List<Example> examples, List<CampaignProblem> problems) {

    public ExampleReading {
        examples = List.copyOf(examples);
        problems = List.copyOf(problems);
    }

    /** Whether nothing worse than a warning was found. */
    public boolean isValid() {
        return problems.stream().noneMatch(CampaignProblem::isError);
    }
}
