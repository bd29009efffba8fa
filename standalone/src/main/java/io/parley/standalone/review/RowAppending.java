package io.parley.standalone.review;

import io.parley.contracts.review.ReviewRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;

/** Adds rows to a file like {@code utterances.csv}, in the columns it has. */
final class RowAppending {

    private static final List<String> COLUMNS = List.of("session", "text", "label", "state", "fact");
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final Path file;
    private final List<String> columns;
    private final boolean isNew;

    private RowAppending(Path file, List<String> columns, boolean isNew) {
        this.file = file;
        this.columns = columns;
        this.isNew = isNew;
    }

    /**
     * @param file is made if there is none
     * @throws IllegalArgumentException if it has no column for something that every row needs
     */
    static RowAppending at(Path file) {
        try {
            boolean isNew = !Files.exists(file) || Files.size(file) == 0;
            RowAppending rows = new RowAppending(file, isNew ? COLUMNS : header(file), isNew);
            COLUMNS.stream().filter(column -> !column.equals("fact")).forEach(rows::require);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException if a row names a fact, and there is no column for it */
    void add(List<ReviewRow> rows) {
        if (rows.stream().anyMatch(row -> !row.fact().isEmpty())) {
            require("fact");
        }
        try {
            StringBuilder text = new StringBuilder();
            try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
                if (isNew) {
                    printer.printRecord(columns);
                }
                for (ReviewRow row : rows) {
                    printer.printRecord(
                            columns.stream().map(column -> cell(row, column)).toList());
                }
            }
            String before = isNew || Files.readString(file).endsWith("\n") ? "" : "\n";
            Files.writeString(
                    file, before + text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The rows cannot be written to " + file, e);
        }
    }

    private void require(String column) {
        if (!columns.contains(column)) {
            throw new IllegalArgumentException(
                    file + " has no column '" + column + "'; add it to its first line, and a comma to each row");
        }
    }

    private static String cell(ReviewRow row, String column) {
        return switch (column) {
            case "session" -> row.session();
            case "text" -> row.text();
            case "label" -> row.label();
            case "state" -> row.state();
            case "fact" -> row.fact();
            default -> "";
        };
    }

    private static List<String> header(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            List<String> names = new ArrayList<>();
            parser.iterator()
                    .next()
                    .forEach(name -> names.add(name.replace("\uFEFF", "").strip()));
            return names;
        }
    }
}
