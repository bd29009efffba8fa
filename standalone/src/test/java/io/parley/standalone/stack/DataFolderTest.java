package io.parley.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.standalone.embedded.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temp;

    @Test
    void givenAHeldFolder_whenOpenedAgain_thenItNamesTheProcessThatHoldsIt() {
        try (DataFolder first = DataFolder.open(temp.resolve("data"))) {
            assertThatThrownBy(() -> DataFolder.open(first.root()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void givenAFolderThatWasLetGo_whenOpenedAgain_thenItOpens() {
        DataFolder.open(temp).close();

        try (DataFolder second = DataFolder.open(temp)) {
            assertThat(second.root()).isEqualTo(temp);
        }
    }

    @Test
    void givenAFileInItsPlace_whenOpened_thenItSaysWhichFolderCannotBeWrittenTo() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(file.resolve("data").toString())
                .hasMessageContaining("cannot be written to");
    }
}
