package io.parley.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.standalone.embedded.StartFailure;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void givenTooLittle_whenRequired_thenItSaysHowMuchIsThereAndHowMuchIsNeeded() {
        Memory memory = new Memory(2048L << 20, 700L << 20);

        assertThatThrownBy(memory::requireEnough)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("1600 MB")
                .hasMessageContaining("700 MB");
    }

    @Test
    void givenEnough_whenRequired_thenNothingHappens() {
        assertThatCode(new Memory(2048L << 20, 1601L << 20)::requireEnough).doesNotThrowAnyException();
    }

    @Test
    void givenThisMachine_whenMeasured_thenThereIsMemoryAndNotMoreAvailableThanTotal() {
        Memory memory = Memory.now();

        assertThat(memory.available()).isPositive().isLessThanOrEqualTo(memory.total());
    }
}
