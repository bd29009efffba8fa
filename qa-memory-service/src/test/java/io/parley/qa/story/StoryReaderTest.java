package io.parley.qa.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parley.contracts.FaultException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryReaderTest {

    private static final String STORIES = """
            1 Mary got the milk there.
            2 John went to the hall.
            3 Where is John? \thall\t2
            4 Mary went to the hall.
            5 Where is the milk? \thall\t1 4
            1 Ada is north of Ben.
            2 How do you go? \tn,w\t1
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void givenStories_whenRead_thenAQuestionKnowsWhatWasToldBeforeIt() throws IOException {
        List<Story> stories = StoryReader.read(file("qa2_two_train.txt", STORIES));

        assertThat(stories)
                .containsExactly(
                        new Story(
                                0,
                                List.of(
                                        List.of("mary", "got", "the", "milk", "there"),
                                        List.of("john", "went", "to", "the", "hall")),
                                List.of("where", "is", "john"),
                                "hall",
                                List.of(1)),
                        new Story(
                                0,
                                List.of(
                                        List.of("mary", "got", "the", "milk", "there"),
                                        List.of("john", "went", "to", "the", "hall"),
                                        List.of("mary", "went", "to", "the", "hall")),
                                List.of("where", "is", "the", "milk"),
                                "hall",
                                List.of(0, 2)),
                        new Story(
                                1,
                                List.of(List.of("ada", "is", "north", "of", "ben")),
                                List.of("how", "do", "you", "go"),
                                "n,w",
                                List.of(0)));
    }

    @Test
    void givenAPackedFile_whenRead_thenItIsAsTheFileInIt() throws IOException {
        Path packed = folder.resolve("qa2_two_train.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(STORIES.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(StoryReader.read(packed)).isEqualTo(StoryReader.read(file("plain.txt", STORIES)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mary went home.|:1: a line must begin with its number",
                "1 Mary went home.\\n2 Where is Mary?\\thome\\t7|:2: '7' is not the number of a sentence",
                "1 Where is Mary?\\thome\\t1|:1: a question needs a sentence before it",
                "1 Mary went home.\\n2 Where is Mary?\\t\\t1|:2: a question needs a sentence before it and an answer",
                "1 ...|:1: there is no word in this line",
                "1 Mary went home.|has no question"
            })
    void givenWhatIsNoStory_whenRead_thenTheLineAndTheReasonAreTold(String text, String reason) throws IOException {
        Path file = file("broken.txt", text.replace("\\n", "\n").replace("\\t", "\t"));

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> StoryReader.read(file))
                .satisfies(fault ->
                        assertThat(fault.problems()).singleElement().asString().contains(reason));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
