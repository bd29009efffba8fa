package io.parley.intent.study;

import io.parley.intent.training.TrainingSettings;
import io.parley.modelservice.family.Study;
import io.parley.modelservice.family.StudyData;
import io.parley.modelservice.family.StudyOrder;
import io.parley.neural.jobs.Work;

/** Makes {@link CrossValidation}s. */
record CrossValidationStudy(TrainingSettings settings) implements Study {

    @Override
    public Work<Object> prepare(StudyData data, StudyOrder order) {
        StudyRows.requireLearnable(data);
        int folds = StudyRows.folds(order.folds(), data);
        Learner learner = StudyRows.learner(data, order, settings);
        return progress ->
                CrossValidation.of(settings, learner.data(), learner.scored(), folds, order.seed(), progress);
    }
}
