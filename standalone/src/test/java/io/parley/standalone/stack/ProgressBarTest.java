package io.parley.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void givenNoTerminal_whenShownOften_thenThereIsALineForEachTenth() {
        ProgressBar bar = new ProgressBar(out, false);

        bar.show("learning", 0.0, 0);
        bar.show("learning", 0.04, 60);
        bar.show("learning", 0.11, 55.2);
        bar.done();

        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("  0 %  learning", " 11 %  learning, about 56 s left");
    }

    @Test
    void givenATerminal_whenShown_thenTheLineFillsUpAndIsCleared() {
        ProgressBar bar = new ProgressBar(out, true);

        bar.show("learning", 0.5, 0);
        bar.done();

        assertThat(written.toString(StandardCharsets.UTF_8))
                .startsWith("\r[#########.........]  50 %  learning")
                .endsWith(" \r")
                .doesNotContain("\n");
    }
}
