package io.parley.modelservice.family;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignProblem;
import io.parley.campaign.Example;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.util.List;

/**
 * What is studied.
 *
 * @param source of the examples, for people: a file's name
 * @param examples the good rows, in the order of the file
 * @param problems what is wrong with the others; warnings too
 * @param heldOut the campaign's held-out rows; empty if it has none
 */
public record StudyData(
        Campaign campaign,
        String source,
        List<Example> examples,
        List<CampaignProblem> problems,
        List<Example> heldOut) {

    public StudyData {
        examples = List.copyOf(examples);
        problems = List.copyOf(problems);
        heldOut = List.copyOf(heldOut);
    }

    /** What keeps rows from being learnt, each with its file and line. */
    public List<String> errors() {
        return problems.stream()
                .filter(CampaignProblem::isError)
                .map(CampaignProblem::toString)
                .toList();
    }

    /**
     * For a study that needs every row.
     *
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} with every bad row
     */
    public void requireSound() {
        List<String> errors = errors();
        if (!errors.isEmpty()) {
            throw new FaultException(
                    Fault.TRAINING_DATA_INVALID,
                    source + " has " + errors.size() + " problems; correct them and try again",
                    errors);
        }
    }
}
