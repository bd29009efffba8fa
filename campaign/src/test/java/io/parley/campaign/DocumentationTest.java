package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for sales writers tells what the reader does. */
class DocumentationTest {

    private static final Path PAGE = Path.of("../docs/campaign-format.md");
    private static final Path EXAMPLE = Path.of("src/test/resources/gift-card");

    @ParameterizedTest
    @ValueSource(strings = {"flow.yaml", "facts.yaml", "utterances.csv", "conversations/question-in-the-middle.yaml"})
    void givenTheExampleOnThePage_whenCompared_thenItIsTheOneThatIsTested(String file) throws IOException {
        assertThat(Files.readString(PAGE))
                .contains(Files.readString(EXAMPLE.resolve(file)).strip());
    }

    @Test
    void givenEveryKeyTypeAndReply_whenSearched_thenThePageNamesIt() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(FlowReader.KEYS).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
        assertThat(Replies.NAMES).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
        assertThat(Arrays.stream(SlotType.values()).map(SlotType::label))
                .allSatisfy(label -> assertThat(page).contains("| `" + label + "` |"));
        assertThat(SlotReader.KEYS)
                .allSatisfy(key -> assertThat(page).containsPattern("`" + key + "[`:]|\\| type \\|"));
        assertThat(StateReader.KEYS).allSatisfy(key -> assertThat(page).containsPattern("`" + key + "[`:]"));
    }
}
