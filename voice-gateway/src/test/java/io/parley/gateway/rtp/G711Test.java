package io.parley.gateway.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class G711Test {

    static Stream<G711> laws() {
        return Stream.of(G711.MU_LAW, G711.A_LAW);
    }

    /** Values from G.711's tables 1a to 2b, scaled to 16 bits. */
    @ParameterizedTest
    @CsvSource({
        "PCMU, 0, 255",
        "PCMU, 32124, 128",
        "PCMU, -32124, 0",
        "PCMU, 8, 254",
        "PCMU, -8, 126",
        "PCMU, 132, 239",
        "PCMA, 8, 213",
        "PCMA, -8, 85",
        "PCMA, 32256, 170",
        "PCMA, -32256, 42",
        "PCMA, 264, 197"
    })
    void givenASampleOfTheTables_whenEncodedAndDecoded_thenItIsThatCode(String name, short sample, int code) {
        G711 law = law(name);

        assertThat(law.encode(new short[] {sample})).containsExactly((byte) code);
        assertThat(law.decode(new byte[] {(byte) code})).containsExactly(sample);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void givenEveryCode_whenDecodedAndEncodedAgain_thenItSoundsTheSame(G711 law) {
        for (int code = 0; code < 256; code++) {
            short[] sound = law.decode(new byte[] {(byte) code});

            assertThat(law.decode(law.encode(sound))).containsExactly(sound);
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void givenEverySample_whenSentAndReceived_thenItIsOffByHalfAStepAtMost(G711 law) {
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            int received = law.decode(law.encode(new short[] {(short) sample}))[0];

            // A step is a sixteenth of its segment, and a segment as long as its beginning; the loudest are clipped.
            int halfAStep = Math.max(Math.abs(sample) / 32, 8) + 5;
            assertThat(Math.abs(received - sample)).isLessThanOrEqualTo(sample == -32768 ? 644 : halfAStep);
        }
    }

    private static G711 law(String name) {
        return laws().filter(law -> law.toString().equals(name)).findFirst().orElseThrow();
    }
}
