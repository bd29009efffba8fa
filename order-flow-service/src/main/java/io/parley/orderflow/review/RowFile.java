package io.parley.orderflow.review;

import io.parley.contracts.review.ReviewRow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows as a file like {@code utterances.csv}. */
final class RowFile {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader("session", "text", "label", "state", "fact")
            .setRecordSeparator('\n')
            .get();

    private RowFile() {}

    static String of(List<ReviewRow> rows) {
        StringWriter file = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(file, FORMAT)) {
            for (ReviewRow row : rows) {
                printer.printRecord(row.session(), row.text(), row.label(), row.state(), row.fact());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return file.toString();
    }
}
