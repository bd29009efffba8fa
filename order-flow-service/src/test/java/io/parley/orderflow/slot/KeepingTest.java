package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class KeepingTest {

    @Test
    void givenWordsThatAskToKeepSomething_whenHeard_thenWhatStandsBehindOrBeforeThemIsNamed() {
        assertThat(Keeping.named(Locale.US, "Start over, but keep my name")).containsExactly("my name ");
        assertThat(Keeping.named(Locale.GERMANY, "Noch mal von vorn bitte, aber den Namen behalten"))
                .anySatisfy(part -> assertThat(part).contains("namen"));
        assertThat(Keeping.named(Locale.US, "Start over")).isEmpty();
    }
}
