package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void givenControlAndInvisibleCharacters_whenHeard_thenOnlyWordsRemain() {
        assertThat(Words.of(" two\u0000 seats\t\n to\u200b Mars\u202e ").raw()).isEqualTo("two seats to Mars");
    }

    @Test
    void givenHalfACharacter_whenHeard_thenItIsLeftOutAndWholeOnesStay() {
        assertThat(Words.of("to Mars \ud83d\ude80 \ud83d now").raw()).isEqualTo("to Mars \ud83d\ude80 now");
    }

    @Test
    void givenACardNumber_whenHeard_thenTheModelsSeeItMasked() {
        assertThat(Words.of("it's 4111 1111 1111 1111").masked().value()).isEqualTo("it's <card>");
    }

    @Test
    void givenNothingButSpace_whenHeard_thenItIsSilence() {
        assertThat(Words.of(" \n ").isSilent()).isTrue();
    }

    @Test
    void givenATextThatIsTooLong_whenHeard_thenTheLimitIsNamed() {
        assertThatThrownBy(() -> Words.of("a".repeat(2_001)))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UTTERANCE_TOO_LONG))
                .hasMessageContaining("2001")
                .hasMessageContaining("2000");
    }
}
