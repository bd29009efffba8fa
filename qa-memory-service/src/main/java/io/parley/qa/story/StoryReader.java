package io.parley.qa.story;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Reads a file of bAbI: numbered lines that begin again at 1 with every story, a question has its answer and the numbers of
 * the supporting lines behind it, parted by tabulators.
 */
final class StoryReader {

    private static final int MOST_PROBLEMS = 20;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Path file;
    private final List<Story> stories = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<List<String>> facts = new ArrayList<>();
    private final Map<Integer, Integer> rowOfLine = new HashMap<>();
    private int story = -1;

    private StoryReader(Path file) {
        this.file = file;
    }

    /**
     * Reads every question, with what was told before it.
     *
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} with every line that is no story, or if there is no question
     * @throws IOException if the file cannot be read
     */
    static List<Story> read(Path file) throws IOException {
        StoryReader reader = new StoryReader(file);
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.line(++number, line);
            }
        }
        if (reader.stories.isEmpty() && reader.problems.isEmpty()) {
            reader.problems.add(
                    file + " has no question; a question is 'number question<tab>answer<tab>numbers of lines'");
        }
        if (!reader.problems.isEmpty()) {
            throw new FaultException(
                    Fault.TRAINING_DATA_INVALID,
                    file + " cannot be read as stories; correct it",
                    reader.problems.subList(0, Math.min(MOST_PROBLEMS, reader.problems.size())));
        }
        return reader.stories;
    }

    private void line(int number, String line) {
        if (line.isBlank()) {
            return;
        }
        int space = line.indexOf(' ');
        int id = space < 0 ? -1 : number(line.substring(0, space));
        if (id < 1) {
            problems.add(file + ":" + number + ": a line must begin with its number and a space");
            return;
        }
        if (id == 1) {
            story++;
            facts.clear();
            rowOfLine.clear();
        }
        String[] parts = line.substring(space + 1).split("\t", -1);
        List<String> words = words(parts[0]);
        if (words.isEmpty()) {
            problems.add(file + ":" + number + ": there is no word in this line");
        } else if (parts.length == 1) {
            rowOfLine.put(id, facts.size());
            facts.add(words);
        } else {
            question(number, words, parts);
        }
    }

    private void question(int number, List<String> words, String[] parts) {
        String answer = parts[1].strip().toLowerCase(Locale.ROOT);
        if (facts.isEmpty() || answer.isEmpty()) {
            problems.add(file + ":" + number + ": a question needs a sentence before it and an answer behind it");
            return;
        }
        List<Integer> supporting = new ArrayList<>();
        for (String id : parts.length < 3 ? new String[0] : parts[2].strip().split(" ")) {
            Integer row = rowOfLine.get(number(id));
            if (row == null) {
                problems.add(
                        file + ":" + number + ": '" + id + "' is not the number of a sentence before the question");
                return;
            }
            supporting.add(row);
        }
        stories.add(new Story(story, facts, words, answer, supporting));
    }

    /** −1 for what is no number. */
    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    private static List<String> words(String text) {
        return Stream.of(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
