package io.parley.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.standalone.embedded.StartFailure;
import java.net.BindException;
import org.junit.jupiter.api.Test;

class StartFailuresTest {

    @Test
    void givenATakenPortDeepInside_whenExplained_thenThatIsTold() {
        Exception failure =
                new IllegalStateException("context", new IllegalStateException(new BindException("in use")));

        assertThat(StartFailures.explain(failure)).hasMessageContaining("A port was taken");
    }

    @Test
    void givenAMissingNativeLibrary_whenExplained_thenItSaysWhatToInstall() {
        Exception failure = new IllegalStateException(new UnsatisfiedLinkError("libgomp.so.1: cannot open"));

        assertThat(StartFailures.explain(failure))
                .hasMessageContaining("libgomp.so.1")
                .hasMessageContaining("apt install");
    }

    @Test
    void givenAClassThatIsMissingForAnotherReason_whenExplained_thenNoLibraryIsBlamed() {
        Exception failure = new IllegalStateException(new NoClassDefFoundError("io/parley/Missing"));

        assertThat(StartFailures.explain(failure))
                .hasMessageContaining("io/parley/Missing")
                .hasMessageNotContaining("apt install");
    }

    @Test
    void givenAFailureThatWasExplainedBefore_whenExplained_thenItIsKept() {
        StartFailure told = new StartFailure("Redis is missing", "Install it");

        assertThat(StartFailures.explain(new IllegalStateException(told))).isSameAs(told);
    }

    @Test
    void givenACorruptOrdersDatabase_whenExplained_thenItPointsAtTheBackup() {
        Exception failure = new IllegalStateException(new IllegalStateException("File corrupted while reading record"));

        assertThat(StartFailures.explain(failure)).hasMessageContaining("backup");
    }
}
