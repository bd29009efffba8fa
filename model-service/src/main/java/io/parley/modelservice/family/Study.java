package io.parley.modelservice.family;

import io.parley.contracts.FaultException;
import io.parley.neural.jobs.Work;

/** Something to find out about data, or about models of it, that takes long and makes no version. */
@FunctionalInterface
public interface Study {

    /**
     * Looks at once whether it can be done.
     *
     * @return does it, and ends with a record; the same data and order give the same record
     * @throws FaultException {@link io.parley.contracts.Fault#REQUEST_INVALID} if the order makes no sense for the data,
     *     {@link io.parley.contracts.Fault#TRAINING_DATA_INVALID} if the data does not do
     */
    Work<Object> prepare(StudyData data, StudyOrder order);
}
