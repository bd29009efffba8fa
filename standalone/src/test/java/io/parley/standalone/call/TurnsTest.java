package io.parley.standalone.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns(1_000);

    @Test
    void givenTheOtherSideSpeaks_whenItFallsSilent_thenItIsOurTurnOnceAfterASecond() {
        assertThat(hear(50, 4_000)).isZero();
        assertThat(hear(49, 0)).isZero();
        assertThat(hear(1, 0)).isEqualTo(1);
        assertThat(hear(200, 0)).isZero();
    }

    @Test
    void givenAPauseInASentence_whenItIsShort_thenItIsNotOurTurn() {
        assertThat(hear(10, 4_000) + hear(40, 0) + hear(10, 4_000) + hear(40, 0))
                .isZero();
    }

    @Test
    void givenTheOtherSideSaysNothing_whenFiveSecondsAreOver_thenItIsOurTurn() {
        assertThat(hear(249, 50)).isZero();
        assertThat(hear(1, 50)).isEqualTo(1);
    }

    private int hear(int frames, int level) {
        short[] frame = new short[160];
        Arrays.fill(frame, (short) level);
        int told = 0;
        for (int i = 0; i < frames; i++) {
            told += turns.heard(frame) ? 1 : 0;
        }
        return told;
    }
}
