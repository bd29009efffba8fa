package io.parley.modelservice.family;

import io.parley.neural.jobs.ProgressListener;
import java.util.Map;

/**
 * Something to learn, with the settings it will be learnt with.
 *
 * @param <M> the model it makes
 */
public interface Lesson<M> {

    /** Names the data by its content; see {@link io.parley.neural.registry.DataHash}. */
    String hash();

    /** Everything beside data and seed that decides what the model becomes, by name. */
    Map<String, String> settings();

    /**
     * Learns, and measures what was learnt.
     *
     * @param progress to be told every epoch; what it throws must pass through
     */
    Learnt<M> learn(long seed, ProgressListener progress);
}
