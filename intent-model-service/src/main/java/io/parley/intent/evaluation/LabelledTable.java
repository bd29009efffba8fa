package io.parley.intent.evaluation;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.model.PastTurn;
import io.parley.contracts.privacy.MaskedText;
import io.parley.intent.features.Situation;
import io.parley.intent.training.LabelledSituation;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of labelled utterances that belongs to no campaign: {@code text,label} or
 * {@code session,text,label[,state,allowed,task,kind]}. States and labels are whatever stands there; {@code allowed} is
 * separated by bars, and empty means no restriction.
 *
 * @param rows in the order of the file
 */
record LabelledTable(List<Row> rows) {

    private static final Set<String> COLUMNS = Set.of("session", "text", "label", "state", "allowed", "task", "kind");
    private static final List<String> REQUIRED = List.of("text", "label");
    private static final int LONGEST_HISTORY = 30;

    LabelledTable {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param kind who spoke, if the table tells: {@code user}, {@code kb} …; else empty
     */
    record Row(LabelledSituation labelled, String kind) {}

    /**
     * Reads a table.
     *
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} with every bad row
     * @throws IOException if the file cannot be read
     */
    static LabelledTable read(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = format.parse(reader)) {
            List<String> header = parser.getHeaderNames();
            if (!header.containsAll(REQUIRED) || !COLUMNS.containsAll(header)) {
                throw new FaultException(
                        Fault.TRAINING_DATA_INVALID,
                        file.getFileName() + " has the columns " + header
                                + "; it needs text and label, and may have session, state, allowed, task and kind");
            }
            return read(file, parser);
        }
    }

    private static LabelledTable read(Path file, CSVParser parser) {
        List<Row> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Map<String, List<PastTurn>> sessions = new HashMap<>();
        for (CSVRecord line : parser) {
            String text = value(line, "text");
            String label = value(line, "label");
            if (!line.isConsistent() || label.isBlank()) {
                problems.add(file.getFileName() + ":" + parser.getCurrentLineNumber()
                        + ": has no label, or not as many fields as the header. Correct the row");
                continue;
            }
            String session = line.isMapped("session") ? value(line, "session") : "row " + line.getRecordNumber();
            List<PastTurn> history = sessions.computeIfAbsent(session, any -> new ArrayList<>());
            Situation situation = new Situation(
                    value(line, "state"),
                    allowed(value(line, "allowed")),
                    new MaskedText(text),
                    history.subList(Math.max(0, history.size() - LONGEST_HISTORY), history.size()));
            rows.add(new Row(new LabelledSituation(session, situation, label), value(line, "kind")));
            history.add(new PastTurn(situation.state(), situation.text()));
        }
        if (!problems.isEmpty()) {
            throw new FaultException(
                    Fault.TRAINING_DATA_INVALID,
                    file.getFileName() + " has " + problems.size() + " problems",
                    problems);
        }
        return new LabelledTable(rows);
    }

    private static List<String> allowed(String column) {
        return column.isBlank() ? List.of() : List.of(column.split("\\|"));
    }

    private static String value(CSVRecord line, String column) {
        return line.isMapped(column) && line.isSet(column) ? line.get(column) : "";
    }
}
