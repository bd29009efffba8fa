package io.parley.standalone.simulate;

import io.parley.contracts.simulation.SimulatedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of simulated customers as a file like {@code utterances.csv}. */
final class RowFile {

    private RowFile() {}

    static void write(Path file, List<SimulatedRow> rows) {
        String text = Stream.concat(
                        Stream.of("session,text,label,state"),
                        rows.stream()
                                .map(row -> Stream.of(row.session(), row.text(), row.label(), row.state())
                                        .map(RowFile::quoted)
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("The rows cannot be written to " + file, e);
        }
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
