package io.parley.modelservice.campaigns;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignProblem;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.Reading;
import io.parley.campaign.version.VersionShelf;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The campaigns there are. Nothing is cached: what stands in the folder now is what counts. */
@Component
public class Campaigns {

    private final CampaignsProperties properties;
    private final VersionShelf shelf;

    public Campaigns(CampaignsProperties properties) {
        this.properties = properties;
        this.shelf = new VersionShelf(properties.folder(), properties.versions());
    }

    /** The ids of all campaigns, the one to train first in front, then by name. */
    public List<String> ids() {
        Optional<String> first = Optional.ofNullable(properties.first());
        List<String> found = shelf.ids();
        return Stream.concat(first.stream().filter(found::contains), found.stream())
                .distinct()
                .toList();
    }

    /** Whether there is such a campaign. */
    public boolean exists(String id) {
        return ids().contains(id);
    }

    /**
     * The folder of a campaign as it is on sale.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}
     */
    public Path folder(String id) {
        if (!exists(id)) {
            throw new FaultException(
                    Fault.CAMPAIGN_NOT_FOUND,
                    "there is no campaign '" + id + "'; there are " + String.join(", ", ids()));
        }
        return shelf.current(id);
    }

    /**
     * Reads a campaign that has no error.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}; {@link Fault#CAMPAIGN_INVALID} with every error
     */
    public Reading reading(String id) {
        return withoutErrors(id, folder(id));
    }

    /**
     * Reads a kept version of a campaign.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_VERSION_NOT_FOUND}; {@link Fault#CAMPAIGN_INVALID} with every error
     */
    public Reading reading(String id, int version) {
        if (shelf.version(id, version).isEmpty()) {
            throw new FaultException(
                    Fault.CAMPAIGN_VERSION_NOT_FOUND,
                    "the campaign " + id + " has no version " + version + "; list its versions");
        }
        return withoutErrors(id, shelf.folder(id, version));
    }

    private static Reading withoutErrors(String id, Path folder) {
        Reading reading = CampaignReader.read(folder);
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
