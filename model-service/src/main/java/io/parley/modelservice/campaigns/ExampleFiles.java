package io.parley.modelservice.campaigns;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignProblem;
import io.parley.campaign.Example;
import io.parley.campaign.ExampleReader;
import io.parley.campaign.ExampleReading;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.util.List;

/** Examples out of files that operators give, refused as a whole if a row is wrong. */
public final class ExampleFiles {

    private ExampleFiles() {}

    /**
     * The examples of a file.
     *
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} with every bad row
     */
    public static List<Example> read(Campaign campaign, String name, byte[] content) {
        ExampleReading reading = ExampleReader.read(campaign, name, content);
        List<String> errors = reading.problems().stream()
                .filter(CampaignProblem::isError)
                .map(CampaignProblem::toString)
                .toList();
        if (!errors.isEmpty()) {
            throw new FaultException(
                    Fault.TRAINING_DATA_INVALID,
                    name + " has " + errors.size() + " problems; correct them and send it again",
                    errors);
        }
        return reading.examples();
    }
}
