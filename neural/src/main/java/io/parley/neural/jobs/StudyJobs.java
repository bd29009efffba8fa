package io.parley.neural.jobs;

import io.parley.contracts.Fault;
import java.util.List;

/** The studies of one service: each ends with what it found out. */
public final class StudyJobs extends Jobs<Object, StudyJob> {

    /** What studies find out is kept in memory. */
    private static final int REMEMBERED = 20;

    public StudyJobs(JobQueue queue) {
        super(queue, new Sort("study", "study", "study", Fault.STUDY_NOT_FOUND, REMEMBERED));
    }

    /**
     * Queues a study.
     *
     * @param kind what is studied
     * @param study ends with a record; it is shown as JSON
     */
    public StudyJob submit(String campaign, String kind, Work<Object> study) {
        return submit(campaign, NORMAL, study, job -> StudyJob.of(kind, job));
    }

    /** The studies of a campaign, latest first, without what they found out. */
    public List<StudyJob> listed(String campaign) {
        return of(campaign).stream().map(StudyJob::withoutResult).toList();
    }
}
