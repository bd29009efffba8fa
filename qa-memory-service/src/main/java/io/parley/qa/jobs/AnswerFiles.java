package io.parley.qa.jobs;

import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.campaign.Fact;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.privacy.MaskedText;
import io.parley.modelservice.campaigns.ExampleFiles;
import io.parley.qa.recall.LabelledText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Labelled texts out of files that operators give, refused as a whole if a row is wrong. */
public final class AnswerFiles {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setTrim(true).get();
    private static final int LONGEST_TEXT = 2_000;

    private AnswerFiles() {}

    /**
     * The texts of a table {@code text,fact} or {@code session,text,label[,state][,fact]}.
     *
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} with every bad row
     */
    public static List<LabelledText> read(Campaign campaign, String name, byte[] content) {
        return read(campaign, name, content, AnswerData::labelled);
    }

    /** The same, without utterances that neither ask nor doubt. */
    public static List<LabelledText> readAsked(Campaign campaign, String name, byte[] content) {
        return read(campaign, name, content, AnswerData::asked);
    }

    private static List<LabelledText> read(
            Campaign campaign, String name, byte[] content, Function<List<Example>, List<LabelledText>> labelling) {
        if (!columns(name, content).contains("label")) {
            return read(campaign.facts(), name, content);
        }
        return labelling.apply(ExampleFiles.read(campaign, name, content));
    }

    /**
     * The texts of a table {@code text,fact}; an empty fact means that none fits.
     *
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} with every bad row
     */
    public static List<LabelledText> read(List<Fact> facts, String name, byte[] content) {
        Set<String> known = facts.stream().map(Fact::id).collect(Collectors.toSet());
        List<LabelledText> texts = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(new StringReader(decode(name, content)), FORMAT)) {
            for (String column : List.of("text", "fact")) {
                if (!rows.getHeaderNames().contains(column)) {
                    errors.add(name + ":1: there is no column '" + column + "'. The first line must be text,fact");
                }
            }
            refuse(name, errors);
            for (CSVRecord row : rows) {
                row(known, row)
                        .ifPresentOrElse(
                                texts::add, () -> errors.add(name + ":" + line(row) + ": " + reason(known, row)));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new FaultException(
                    Fault.TRAINING_DATA_INVALID, name + " is not a table; write it as CSV with commas and quotes", e);
        }
        refuse(name, errors);
        if (texts.isEmpty()) {
            refuse(name, List.of(name + ":1: there are no rows under the header. Write what customers say"));
        }
        return texts;
    }

    private static Optional<LabelledText> row(Set<String> known, CSVRecord row) {
        return reason(known, row).isEmpty()
                ? Optional.of(new LabelledText(
                        line(row),
                        new MaskedText(row.get("text")).value(),
                        "",
                        Optional.of(row.get("fact")).filter(fact -> !fact.isEmpty()),
                        Optional.empty()))
                : Optional.empty();
    }

    /** What is wrong with a row; empty if nothing is. */
    private static String reason(Set<String> known, CSVRecord row) {
        if (!row.isConsistent()) {
            return "the row has " + row.size() + " columns, the header "
                    + row.getParser().getHeaderNames().size() + ". Put a text with a comma in quotes";
        }
        String text = row.get("text");
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            return text.isEmpty()
                    ? "the text is empty. Write what the customer says"
                    : "the text has " + text.length() + " characters. Nobody can say more than " + LONGEST_TEXT
                            + " at once; look for a missing quote";
        }
        String fact = row.get("fact");
        return fact.isEmpty() || known.contains(fact)
                ? ""
                : "there is no fact '" + fact + "'. Name one of facts.yaml, or leave it empty if none fits";
    }

    private static int line(CSVRecord row) {
        return (int) row.getParser().getCurrentLineNumber();
    }

    private static List<String> columns(String name, byte[] content) {
        String text = decode(name, content);
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        return List.of(header.strip().split("\\s*,\\s*"));
    }

    private static String decode(String name, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new FaultException(Fault.TRAINING_DATA_INVALID, name + " is not UTF-8; save it as such", e);
        }
    }

    private static void refuse(String name, List<String> errors) {
        if (!errors.isEmpty()) {
            throw new FaultException(
                    Fault.TRAINING_DATA_INVALID,
                    name + " has " + errors.size() + " problems; correct them and send it again",
                    errors);
        }
    }
}
