package io.parley.intent.study;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.training.CampaignTrainingSet;
import io.parley.intent.training.TrainingSettings;
import io.parley.modelservice.family.StudyData;
import io.parley.modelservice.family.StudyOrder;
import org.jspecify.annotations.Nullable;

/** Whether rows will do for a study that learns from them. */
final class StudyRows {

    static final int USUAL_FOLDS = 5;

    private static final int MOST_FOLDS = 20;

    private StudyRows() {}

    /**
     * In how many folds rows are to be cut.
     *
     * @param folds null for the usual number
     * @throws FaultException {@link Fault#REQUEST_INVALID} if that is less than 2, very many, or more than there are rows
     */
    static int folds(@Nullable Integer folds, StudyData data) {
        int wanted = folds == null ? USUAL_FOLDS : folds;
        if (wanted < 2 || wanted > MOST_FOLDS) {
            throw new FaultException(
                    Fault.REQUEST_INVALID, "folds is " + wanted + "; give a number from 2 to " + MOST_FOLDS);
        }
        int rows = data.examples().size();
        if (rows < wanted) {
            throw new FaultException(
                    Fault.REQUEST_INVALID,
                    data.source() + " has " + rows + (rows == 1 ? " row" : " rows") + ", too few for " + wanted
                            + " folds; add rows, or ask for fewer folds");
        }
        return wanted;
    }

    /** @throws FaultException {@link Fault#TRAINING_DATA_INVALID} if a row is bad, or there is nothing to tell apart */
    static void requireLearnable(StudyData data) {
        data.requireSound();
        long labels = data.examples().stream()
                .map(example -> example.next())
                .distinct()
                .count();
        if (labels < 2) {
            throw new FaultException(
                    Fault.TRAINING_DATA_INVALID,
                    data.source() + " has " + data.examples().size() + " rows of " + labels
                            + " labels; a network needs at least 2 to tell apart");
        }
    }

    /** Learns from the rows and from what the campaign's facts give, and is asked the rows. */
    static Learner learner(StudyData data, StudyOrder order, TrainingSettings settings) {
        return new Learner(
                settings,
                CampaignTrainingSet.of(data.campaign(), data.examples()),
                data.examples().size(),
                order.seed());
    }
}
