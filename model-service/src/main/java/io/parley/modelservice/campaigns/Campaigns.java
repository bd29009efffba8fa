package io.parley.modelservice.campaigns;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignProblem;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.Reading;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The campaigns there are. Nothing is cached: what stands in the folder now is what counts. */
@Component
public class Campaigns {

    private static final String FLOW = "flow.yaml";

    private final CampaignsProperties properties;

    public Campaigns(CampaignsProperties properties) {
        this.properties = properties;
    }

    /** The ids of all campaigns, the one to train first in front, then by name. */
    public List<String> ids() {
        Path folder = properties.folder();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Optional<String> first = Optional.ofNullable(properties.first());
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> found = entries.filter(entry -> Files.isRegularFile(entry.resolve(FLOW)))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
            return Stream.concat(first.stream().filter(found::contains), found.stream())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the campaigns in " + folder.toAbsolutePath(), e);
        }
    }

    /** Whether there is such a campaign. */
    public boolean exists(String id) {
        return ids().contains(id);
    }

    /**
     * A campaign's folder.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}
     */
    public Path folder(String id) {
        if (!exists(id)) {
            throw new FaultException(
                    Fault.CAMPAIGN_NOT_FOUND,
                    "there is no campaign '" + id + "'; there are " + String.join(", ", ids()));
        }
        return properties.folder().resolve(id);
    }

    /**
     * Reads a campaign that has no error.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}; {@link Fault#CAMPAIGN_INVALID} with every error
     */
    public Reading reading(String id) {
        Reading reading = CampaignReader.read(folder(id));
        if (!reading.isValid() || reading.campaign().isEmpty()) {
            List<String> errors =
                    reading.errors().stream().map(CampaignProblem::toString).toList();
            throw new FaultException(
                    Fault.CAMPAIGN_INVALID,
                    "campaign " + id + " has " + errors.size() + " errors; correct them and try again",
                    errors);
        }
        return reading;
    }

    /**
     * A campaign's flow and facts, whatever its examples are like.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}; {@link Fault#CAMPAIGN_INVALID} with every error
     */
    public Campaign campaign(String id) {
        return asFarAsRead(id).campaign().orElseThrow();
    }

    /**
     * A campaign's flow and facts with those examples that are good; the problems tell of the others.
     *
     * @return with a campaign
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}; {@link Fault#CAMPAIGN_INVALID} with every error
     */
    public Reading asFarAsRead(String id) {
        Reading reading = CampaignReader.read(folder(id));
        if (reading.campaign().isEmpty()) {
            throw new FaultException(
                    Fault.CAMPAIGN_INVALID,
                    "campaign " + id + " has errors; correct them and try again",
                    reading.errors().stream().map(CampaignProblem::toString).toList());
        }
        return reading;
    }
}
