package io.parley.modelservice.family;

import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.campaign.Reading;
import io.parley.contracts.FaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One kind of model: what it learns from, how it is written and read, how it is scored.
 *
 * @param <M> a model; immutable and thread-safe
 * @param <R> a row of what a model learns from or is scored on
 */
public interface ModelFamily<M, R> {

    ModelNames names();

    /** A campaign's own examples as rows. */
    List<R> rows(List<Example> examples);

    /**
     * The rows of a file that an operator gives.
     *
     * @param name of the file, as messages tell it
     * @throws FaultException {@link io.parley.contracts.Fault#TRAINING_DATA_INVALID} with every bad row
     */
    List<R> rows(Campaign campaign, String name, byte[] content);

    /** What there is to learn from a campaign's own folder, which has no error. */
    Lesson<M> lesson(Reading reading);

    /**
     * What there is to learn from rows that stand in for the campaign's own.
     *
     * @throws FaultException if the campaign lacks what is needed besides
     */
    Lesson<M> lesson(Campaign campaign, List<R> rows);

    /** Writes a model into an empty folder. The same model must give the same bytes. */
    void write(M model, Path folder) throws IOException;

    /**
     * Reads a model.
     *
     * @throws FaultException {@link io.parley.contracts.Fault#MODEL_CORRUPT} if that is not what was written
     */
    M read(Path folder);

    /**
     * Scores a model.
     *
     * @param rows it never saw
     * @return a record; its components join the evaluation's JSON
     */
    Record evaluate(M model, Campaign campaign, List<R> rows);

    /**
     * What a model makes of every row, in their order.
     *
     * @param rows it never saw
     */
    List<Verdict> verdicts(M model, Campaign campaign, List<R> rows);

    /** The studies that operators may ask for, by kind, in the order in which they are listed. */
    default Map<String, Study> studies() {
        return Map.of();
    }
}
