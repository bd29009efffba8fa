package io.parley.neural.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class FolderHashTest {

    @Test
    void givenTheSameFilesWrittenInAnotherOrder_thenTheNameIsTheSame() throws IOException {
        String one = FolderHash.ofWritten(folder -> {
            Files.writeString(folder.resolve("a"), "1");
            Files.writeString(folder.resolve("b"), "2");
        });
        String other = FolderHash.ofWritten(folder -> {
            Files.writeString(folder.resolve("b"), "2");
            Files.writeString(folder.resolve("a"), "1");
        });

        assertThat(other).isEqualTo(one).hasSize(64);
    }

    @Test
    void givenOtherBytesOrAnotherName_thenTheNameIsAnother() throws IOException {
        String one = FolderHash.ofWritten(folder -> Files.writeString(folder.resolve("a"), "1"));

        assertThat(FolderHash.ofWritten(folder -> Files.writeString(folder.resolve("a"), "2")))
                .isNotEqualTo(one);
        assertThat(FolderHash.ofWritten(folder -> Files.writeString(folder.resolve("b"), "1")))
                .isNotEqualTo(one);
    }
}
