package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no good at all: each is a message, never an exception. */
class FileProblemsTest {

    private static final String FLOW = "flow.yaml";

    @TempDir
    Path temporary;

    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of("", ": is empty. Write something into it or remove it"),
                Arguments.of("# nothing yet\n", ": has nothing but comments. Write something into it or remove it"),
                Arguments.of("just words", ":1: the flow is a text. Write keys with values there"),
                Arguments.of("flow: a\n\ttitle: b\n", ":2: a tab is used for indenting. Indent with spaces"),
                Arguments.of(
                        "flow: a\ntitle: this: that\n",
                        ":2: this is not YAML (mapping values are not allowed here). Put a text with a colon in quotes, or check the indentation"),
                Arguments.of(
                        "flow: \"a\ntitle: b\n",
                        ":3: this is not YAML (while scanning a quoted scalar: found unexpected end of stream). Close the quote or bracket that is opened before it"),
                Arguments.of(
                        "flow: a\n---\nflow: b\n",
                        ":2: this is not YAML (expected a single document in the stream: but found another document). Keep one document in the file: take out the line ---"),
                Arguments.of(
                        "flow: a\ntitle: &t b\nstart: *t\n",
                        ":2: '&t' is an anchor, and anchors are not used here. Write the value out where it is needed; put a text that begins with & or * in quotes"),
                Arguments.of(
                        "flow: *t\n",
                        ":1: this is not YAML (found undefined alias t). Put a text that begins with * in quotes"),
                Arguments.of(
                        "flow: !!java.net.URL [\"http://example.com\"]\n",
                        ":1: a tag, !!, is used, and tags are not used here. Take it out; put a text that begins with ! in quotes"),
                Arguments.of(
                        "flow: a\ntitle: b\u0007\n",
                        ":2: has an invisible control character. Delete it and type the line again"),
                Arguments.of("flow: a\u0000\n", ":1: has bytes that are no text. Save it as plain text in UTF-8"),
                Arguments.of(
                        "flow: " + "[".repeat(2_000) + "\n",
                        ": is nested too deeply or not YAML at all. Compare it with an example campaign"));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void givenAUselessFlow_whenRead_thenItIsExplained(String content, String problem) {
        Reading reading = CampaignFolder.in(temporary).with(FLOW, content).read();

        assertThat(reading.problems()).extracting(CampaignProblem::toString).contains(FLOW + problem);
        assertThat(reading.campaign()).isEmpty();
    }

    @Test
    void givenAliasesThatMultiply_whenRead_thenNothingUnfolds() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(10, "*a" + (i - 1)))));
        }

        Reading reading =
                CampaignFolder.in(temporary).with(FLOW, bomb.toString()).read();

        assertThat(reading.problems()).anyMatch(problem -> problem.what().contains("anchors are not used here"));
    }

    @Test
    void givenUtf16_whenRead_thenItIsExplained() {
        byte[] content = ("\uFEFF" + "flow: a").getBytes(StandardCharsets.UTF_16LE);

        Reading reading = CampaignFolder.in(temporary).with(FLOW, content).read();

        assertThat(reading.problems())
                .extracting(CampaignProblem::toString)
                .contains("flow.yaml: is saved as UTF-16. Save it as UTF-8");
    }

    @Test
    void givenLatin1_whenRead_thenTheLineIsNamed() {
        CampaignFolder folder =
                CampaignFolder.in(temporary).replacing(FLOW, "When should they arrive?", "Wann? Schön!");
        int line = folder.line(FLOW, "Wann?");

        Reading reading = folder.with(FLOW, folder.text(FLOW), StandardCharsets.ISO_8859_1)
                .read();

        assertThat(reading.problems())
                .extracting(CampaignProblem::toString)
                .contains("flow.yaml:%d: has a letter that is not UTF-8. Save the file as UTF-8".formatted(line));
    }

    @Test
    void givenAByteOrderMarkAndCarriageReturns_whenRead_thenTheyMakeNoDifference() {
        CampaignFolder folder = CampaignFolder.in(temporary);
        String version = folder.read().campaign().orElseThrow().version();

        Reading reading = folder.with(FLOW, "\uFEFF" + folder.text(FLOW).replace("\n", "\r\n"))
                .read();

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.campaign().orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void givenAHugeFile_whenRead_thenItIsRefusedUnread() {
        Reading reading =
                CampaignFolder.in(temporary).with(FLOW, new byte[(8 << 20) + 1]).read();

        assertThat(reading.problems())
                .extracting(CampaignProblem::toString)
                .contains("flow.yaml: is larger than 8 MiB. Split it or check that it is the right file");
    }

    @Test
    void givenMissingFiles_whenRead_thenEachIsNamed() {
        Reading reading = CampaignFolder.in(temporary)
                .without(FLOW)
                .without("facts.yaml")
                .without("conversations/question-in-the-middle.yaml")
                .without("conversations")
                .read();

        assertThat(reading.errors())
                .extracting(CampaignProblem::toString)
                .containsExactly(
                        "flow.yaml: is missing. Create it; the campaign format tells what goes into it",
                        "facts.yaml: is missing. Create it; the campaign format tells what goes into it");
    }

    @Test
    void givenNoUtterances_whenRead_thenTheFlowIsStillUsable() {
        Reading reading = CampaignFolder.in(temporary).without("utterances.csv").read();

        assertThat(reading.errors())
                .extracting(CampaignProblem::toString)
                .containsExactly("utterances.csv: is missing. Create it with the header session,text,label and what"
                        + " customers say");
        assertThat(reading.campaign()).isPresent();
    }

    @Test
    void givenNoFolder_whenRead_thenThatIsTheProblem() {
        Reading reading = CampaignReader.read(temporary.resolve("nowhere"));

        assertThat(reading.problems())
                .extracting(CampaignProblem::toString)
                .containsExactly("nowhere: is no folder. Name the campaign's folder, with flow.yaml in it");
        assertThat(reading.tests()).isEqualTo(List.of());
    }

    @Test
    void givenANewComment_whenRead_thenTheVersionStays() {
        CampaignFolder folder = CampaignFolder.in(temporary);
        String version = folder.read().campaign().orElseThrow().version();

        Campaign commented = folder.with(FLOW, "# new\n" + folder.text(FLOW))
                .read()
                .campaign()
                .orElseThrow();
        Campaign reworded = folder.replacing("facts.yaml", "two to three days", "two days")
                .read()
                .campaign()
                .orElseThrow();

        assertThat(commented.version()).isEqualTo(version);
        assertThat(reworded.version()).isNotEqualTo(version);
    }
}
