package io.parley.intent.study;

import io.parley.intent.training.TrainingSettings;
import io.parley.modelservice.family.Study;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The studies of the next-state models. */
public final class NextStateStudies {

    private NextStateStudies() {}

    /**
     * Every study by its kind.
     *
     * @param settings of the trainings they need
     */
    public static Map<String, Study> of(TrainingSettings settings) {
        Map<String, Study> studies = new LinkedHashMap<>();
        studies.put("data-check", new DataCheckStudy(settings));
        studies.put("cross-validation", new CrossValidationStudy(settings));
        studies.put("learning-curve", new LearningCurveStudy(settings));
        return Collections.unmodifiableMap(studies);
    }
}
