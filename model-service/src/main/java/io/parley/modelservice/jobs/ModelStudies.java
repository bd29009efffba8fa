package io.parley.modelservice.jobs;

import io.parley.campaign.Campaign;
import io.parley.campaign.ExampleReader;
import io.parley.campaign.ExampleReading;
import io.parley.campaign.Reading;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.family.ModelFamily;
import io.parley.modelservice.family.Study;
import io.parley.modelservice.family.StudyData;
import io.parley.modelservice.family.StudyOrder;
import io.parley.neural.jobs.StudyJob;
import io.parley.neural.jobs.StudyJobs;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Queues the studies that the family offers. */
@Component
public class ModelStudies {

    private static final String EXAMPLES = "utterances.csv";

    private final ModelFamily<?, ?> family;
    private final Campaigns campaigns;
    private final StudyJobs jobs;

    ModelStudies(ModelFamily<?, ?> family, Campaigns campaigns, StudyJobs jobs) {
        this.family = family;
        this.campaigns = campaigns;
        this.jobs = jobs;
    }

    /**
     * Queues a study of the campaign's own folder.
     *
     * @throws FaultException {@link Fault#REQUEST_INVALID} if there is no such study, or it cannot be done so
     */
    public StudyJob study(String campaign, @Nullable String kind, StudyOrder order) {
        Study study = offered(kind);
        Reading reading = campaigns.asFarAsRead(campaign);
        return submit(
                kind,
                study,
                new StudyData(
                        reading.campaign().orElseThrow(),
                        EXAMPLES,
                        reading.examples(),
                        reading.problems(),
                        reading.heldOut()),
                order);
    }

    /**
     * Queues a study of the rows of a file in place of the campaign's own.
     *
     * @param name of the file, as messages tell it
     * @throws FaultException {@link Fault#REQUEST_INVALID} if there is no such study, or it cannot be done so
     */
    public StudyJob study(String campaign, @Nullable String kind, String name, byte[] content, StudyOrder order) {
        Study study = offered(kind);
        Reading reading = campaigns.asFarAsRead(campaign);
        Campaign read = reading.campaign().orElseThrow();
        ExampleReading rows = ExampleReader.read(read, name, content);
        return submit(
                kind, study, new StudyData(read, name, rows.examples(), rows.problems(), reading.heldOut()), order);
    }

    private StudyJob submit(@Nullable String kind, Study study, StudyData data, StudyOrder order) {
        return jobs.submit(data.campaign().id(), String.valueOf(kind), study.prepare(data, order));
    }

    private Study offered(@Nullable String kind) {
        Map<String, Study> studies = family.studies();
        String model = family.names().model();
        if (studies.isEmpty()) {
            throw new FaultException(Fault.REQUEST_INVALID, "the " + model + " offers no studies");
        }
        Study study = kind == null ? null : studies.get(kind);
        if (study == null) {
            throw new FaultException(
                    Fault.REQUEST_INVALID,
                    (kind == null ? "the kind of study is missing" : "there is no study '" + kind + "'") + "; the "
                            + model + " offers " + String.join(", ", studies.keySet()));
        }
        return study;
    }
}
