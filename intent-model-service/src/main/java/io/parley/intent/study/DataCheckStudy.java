package io.parley.intent.study;

import io.parley.campaign.Example;
import io.parley.contracts.FaultException;
import io.parley.intent.study.DataCheck.Mislabelled;
import io.parley.intent.training.TrainingSettings;
import io.parley.modelservice.family.Study;
import io.parley.modelservice.family.StudyData;
import io.parley.modelservice.family.StudyOrder;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.Work;
import java.util.List;
import java.util.stream.Stream;

/** Makes {@link DataCheck}s. Bad rows are part of what it tells; the others are looked at all the same. */
record DataCheckStudy(TrainingSettings settings) implements Study {

    /** Share of the time that lies behind when all is looked at but the labels. */
    private static final double LOOKED = 0.2;

    @Override
    public Work<Object> prepare(StudyData data, StudyOrder order) {
        if (data.examples().isEmpty()) {
            data.requireSound();
        }
        if (order.folds() != null) {
            StudyRows.folds(order.folds(), data);
        }
        return progress -> check(data, order, progress);
    }

    private DataCheck check(StudyData data, StudyOrder order, ProgressListener progress) {
        List<Example> examples = data.examples();
        SentenceVectors texts = SentenceVectors.of(
                Stream.concat(examples.stream(), data.heldOut().stream())
                        .map(example -> example.text().value())
                        .toList(),
                settings.features().encoders(),
                progress.part(0, LOOKED));
        Coverage coverage = new Coverage(data.campaign(), examples);
        return new DataCheck(
                data.source(),
                examples.size(),
                Listing.of(data.errors()),
                Listing.of(Repetition.duplicates(examples)),
                Listing.of(Repetition.contradictions(examples)),
                coverage.unheard(),
                coverage.tiny(),
                new LeakSearch(examples, texts).in(data.heldOut()),
                mislabelled(data, order, progress.part(LOOKED, 1)));
    }

    private Mislabelled mislabelled(StudyData data, StudyOrder order, ProgressListener progress) {
        try {
            int folds = StudyRows.folds(order.folds(), data);
            return MislabelSearch.in(data.examples(), StudyRows.learner(data, order, settings), folds, progress);
        } catch (FaultException e) {
            return MislabelSearch.skipped(String.valueOf(e.getMessage()));
        }
    }
}
