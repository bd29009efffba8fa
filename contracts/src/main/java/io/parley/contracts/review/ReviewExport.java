package io.parley.contracts.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Approved rows, to be learnt from.
 *
 * @param batch which batch they are; null for those that wait for one
 * @param left how many approved utterances are left out because the campaign holds their words out by now
 * @param csv the same as a file like {@code utterances.csv}
 */
public record ReviewExport(@Nullable Long batch, int left, List<ReviewRow> rows, String csv) {

    public ReviewExport {
        rows = List.copyOf(rows);
    }

    /** Without the words, so that they cannot stray into a log. */
    @Override
    public String toString() {
        return "ReviewExport[batch=" + batch + ", rows=" + rows.size() + "]";
    }
}
