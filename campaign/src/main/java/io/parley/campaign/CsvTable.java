package io.parley.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header. A row with bad quoting is reported, and reading goes on with the line after the one it
 * begins on.
 *
 * @param columns position of each column
 * @param rows all but the header and empty lines
 */
record CsvTable(Map<String, Integer> columns, List<Row> rows) {

    private static final int GIVES_UP_AFTER = 50;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    /**
     * @param line on which it begins, from 1
     */
    record Row(int line, List<String> cells) {}

    /** The table, or nothing and a problem if it has no usable header. */
    static Optional<CsvTable> read(String text, List<String> required, List<String> optional, Report report) {
        List<Row> rows = rows(text, report);
        if (rows.isEmpty()) {
            report.error(0, "has no rows", "Begin with the header " + String.join(",", required));
            return Optional.empty();
        }
        Row header = rows.removeFirst();
        Map<String, Integer> columns = new HashMap<>();
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        boolean misspelt = false;
        for (int i = 0; i < header.cells().size(); i++) {
            String name = header.cells().get(i).strip();
            if (columns.putIfAbsent(name, i) != null) {
                report.error(header.line(), "two columns are called '" + name + "'", "Take one out");
            } else if (!known.contains(name)) {
                Optional<String> nearest = Suggestion.nearest(name, known);
                if (nearest.isPresent()) {
                    misspelt = true;
                    report.error(header.line(), "'" + name + "' is no column", "Did you mean '" + nearest.get() + "'?");
                } else if (header.cells().size() > 1) {
                    report.warning(
                            header.line(),
                            "the column '" + name + "' is not used",
                            "Take it out; known are " + String.join(", ", known));
                }
            }
        }
        List<String> missing =
                required.stream().filter(name -> !columns.containsKey(name)).toList();
        if (missing.isEmpty()) {
            return Optional.of(new CsvTable(columns, rows));
        }
        if (!misspelt) {
            report.error(header.line(), "the header has no " + String.join(", ", missing), remedy(header, required));
        }
        return Optional.empty();
    }

    private static String remedy(Row header, List<String> required) {
        String only = header.cells().size() == 1 ? header.cells().getFirst() : "";
        if (only.contains(",")) {
            return "It is one column in quotes, '" + only.strip() + "'; take the quotes away";
        }
        return only.matches(".*[;\t].*")
                ? "Separate columns by commas"
                : "Begin with the header " + String.join(",", required);
    }

    /** A cell without spaces around it; empty where the row or the column ends earlier. */
    String cell(Row row, String column) {
        Integer position = columns.get(column);
        return position == null || position >= row.cells().size()
                ? ""
                : row.cells().get(position).strip();
    }

    private static List<Row> rows(String text, Report report) {
        List<Row> rows = new ArrayList<>();
        int[] starts = lineStarts(text);
        int from = 0;
        int broken = 0;
        while (from < text.length()) {
            int failed = parse(text, from, starts, rows);
            if (failed < 0) {
                break;
            }
            int line = lineAt(failed, starts);
            report.error(
                    line,
                    "the quotes of this row do not fit",
                    "Write \"…\" around the whole text and double every quote inside: \"say \"\"hi\"\"\"");
            if (++broken == GIVES_UP_AFTER) {
                report.error(line, "too many rows are badly quoted to read on", "Export the file as CSV again");
                break;
            }
            from = line < starts.length ? starts[line] : text.length();
        }
        return rows;
    }

    /** Adds rows from a position on. Returns where the row begins that could not be read, or -1. */
    private static int parse(String text, int from, int[] starts, List<Row> rows) {
        int next = from;
        try (CSVParser parser = CSVParser.builder()
                .setFormat(FORMAT)
                .setCharSequence(text.substring(from))
                .setCharacterOffset(from)
                .get()) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                int begin = Math.toIntExact(record.getCharacterPosition());
                List<String> cells = record.toList();
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new Row(lineAt(begin, starts), cells));
                }
                int end = lineAt(begin, starts) + newlines(cells);
                next = end < starts.length ? starts[end] : text.length();
            }
            return -1;
        } catch (UncheckedIOException | IOException e) {
            return next;
        }
    }

    private static int newlines(List<String> cells) {
        return (int) cells.stream()
                .flatMapToInt(String::chars)
                .filter(c -> c == '\n')
                .count();
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
        int line = 1;
        for (int i = 0; i < text.length() && line < starts.length; i++) {
            if (text.charAt(i) == '\n') {
                starts[line++] = i + 1;
            }
        }
        return starts;
    }

    private static int lineAt(int offset, int[] starts) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
