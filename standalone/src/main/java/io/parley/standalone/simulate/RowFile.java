package io.parley.standalone.simulate;

import io.parley.contracts.simulation.SimulatedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows of simulated customers as a file like {@code utterances.csv}. */
final class RowFile {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader("session", "text", "label", "state")
            .setRecordSeparator('\n')
            .get();

    private RowFile() {}

    static void write(Path file, List<SimulatedRow> rows) {
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), FORMAT)) {
            for (SimulatedRow row : rows) {
                printer.printRecord(row.session(), row.text(), row.label(), row.state());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The rows cannot be written to " + file, e);
        }
    }
}
