package io.parley.modelservice.rest;

import io.parley.campaign.Campaign;
import io.parley.campaign.Reading;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.campaigns.DataFiles;
import io.parley.modelservice.family.ModelFamily;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The rows that versions are scored on: the campaign's {@code held-out.csv}, or a file.
 *
 * @param <R> a row
 */
@Component
class ScoringRows<R> {

    private final Campaigns campaigns;
    private final DataFiles files;
    private final ModelFamily<?, R> family;

    ScoringRows(Campaigns campaigns, DataFiles files, ModelFamily<?, R> family) {
        this.campaigns = campaigns;
        this.files = files;
        this.family = family;
    }

    /**
     * @param path a file below the campaigns or the data folder; null for the campaign's held-out rows
     * @throws FaultException {@link Fault#REQUEST_INVALID} if there is no such file, or nothing is held out
     */
    Of<R> at(String campaign, @Nullable String path) {
        if (path == null) {
            return heldOut(campaign);
        }
        Campaign read = campaigns.campaign(campaign);
        Path file = files.resolve(path);
        return new Of<>(read, family.rows(read, file.getFileName().toString(), files.content(file)));
    }

    /** @throws FaultException {@link Fault#TRAINING_DATA_INVALID} with every bad row */
    Of<R> in(String campaign, MultipartFile file) throws IOException {
        Campaign read = campaigns.campaign(campaign);
        return new Of<>(read, family.rows(read, Uploads.name(file), file.getBytes()));
    }

    private Of<R> heldOut(String campaign) {
        Reading reading = campaigns.reading(campaign);
        if (reading.heldOut().isEmpty()) {
            throw new FaultException(
                    Fault.REQUEST_INVALID,
                    "campaign " + campaign + " has no held-out.csv; give it one, or send a file to evaluate on");
        }
        return new Of<>(reading.campaign().orElseThrow(), family.rows(reading.heldOut()));
    }

    /** The rows of a campaign. */
    record Of<R>(Campaign campaign, List<R> rows) {

        Of {
            rows = List.copyOf(rows);
        }
    }
}
