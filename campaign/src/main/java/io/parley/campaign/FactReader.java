package io.parley.campaign;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads a lone {@code facts.yaml}: prepared statements that belong to no flow. Their ids are free, {@code kind} may be
 * left out (then it is a question), and states are not checked.
 */
public final class FactReader {

    private FactReader() {}

    /** Reads a file; a missing one is a problem like any other. */
    public static FactReading read(Path file) {
        Report report = new Report(String.valueOf(file.getFileName()));
        return read(SourceText.read(file, SourceText.YAML_LIMIT, report), report);
    }

    /**
     * Reads what was uploaded.
     *
     * @param name how the file is called in problems
     */
    public static FactReading read(String name, byte[] content) {
        Report report = new Report(name);
        return read(SourceText.decode(content, SourceText.YAML_LIMIT, report), report);
    }

    private static FactReading read(Optional<String> text, Report report) {
        List<Fact> facts = text.flatMap(it -> TreeReader.read(it, report))
                .map(root -> new FactsParser(Optional.empty(), report).read(root))
                .orElse(List.of());
        return new FactReading(facts, report.problems());
    }
}
