package io.parley.standalone.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.review.ReviewRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowAppendingTest {

    private static final ReviewRow ROW = new ReviewRow("review-7", "the pink, nice one", "ask-b", "ask-a", "");
    private static final ReviewRow QUESTION = new ReviewRow("review-8", "when", "question", "ask-a", "delivery");

    @TempDir
    private Path folder;

    @Test
    void givenNoFile_whenRowsAreAdded_thenItIsMadeWithItsHeader() {
        Path file = folder.resolve("rows.csv");

        RowAppending.at(file).add(List.of(ROW, QUESTION));

        assertThat(file).content().isEqualTo("""
                session,text,label,state,fact
                review-7,"the pink, nice one",ask-b,ask-a,
                review-8,when,question,ask-a,delivery
                """);
    }

    @Test
    void givenAFileWithOtherColumnsAndNoLastLineEnd_whenRowsAreAdded_thenTheyFitIt() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "state,session,label,text\na,s1,b,hi");

        RowAppending.at(file).add(List.of(ROW));

        assertThat(file)
                .content()
                .isEqualTo("state,session,label,text\na,s1,b,hi\nask-a,review-7,ask-b,\"the pink, nice one\"\n");
    }

    @Test
    void givenAFileWithoutAColumnForTheState_whenOpened_thenItSaysWhatToAdd() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "session,text,label\ns1,hi,b\n");

        assertThatThrownBy(() -> RowAppending.at(file)).hasMessageContaining("no column 'state'");
    }

    @Test
    void givenAFileWithoutAColumnForFacts_whenARowHasOne_thenNothingIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "session,text,label,state\n");
        RowAppending rows = RowAppending.at(file);

        assertThatThrownBy(() -> rows.add(List.of(ROW, QUESTION))).hasMessageContaining("no column 'fact'");
        assertThat(file).content().isEqualTo("session,text,label,state\n");
    }
}
