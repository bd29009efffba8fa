package io.parley.speech.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.speech.Sound;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WavFileTest {
    private static final Sound SOUND = new Sound(new short[] {1, -2, 3, Short.MIN_VALUE}, Sound.TELEPHONE);

    @Test
    void givenASound_whenItIsWrittenAndRead_thenItIsTheSame() throws Exception {
        assertThat(WavFile.parse(WavFile.bytes(SOUND), "a.wav")).isEqualTo(SOUND);
    }

    @Test
    void givenAFileThatIsCutShort_whenItIsRead_thenThatIsSaid() {
        byte[] cut = Arrays.copyOf(WavFile.bytes(SOUND), 47);
        assertThatThrownBy(() -> WavFile.parse(cut, "a.wav"))
                .isInstanceOf(BadSoundException.class)
                .hasMessageContaining("truncated");
    }

    @Test
    void givenACodecThatWeLack_whenItIsRead_thenItIsNamed() {
        byte[] bytes = WavFile.bytes(SOUND);
        bytes[20] = 7;
        assertThatThrownBy(() -> WavFile.parse(bytes, "a.wav")).hasMessageContaining("µ-law");
    }

    @Test
    void givenAnotherRate_whenItIsRead_thenItIsNamedWithWhatIsRead() {
        byte[] bytes = WavFile.bytes(SOUND);
        bytes[24] = 0x44;
        bytes[25] = (byte) 0xAC;
        assertThatThrownBy(() -> WavFile.parse(bytes, "a.wav")).hasMessageContaining("44100");
    }

    @Test
    void givenText_whenItIsRead_thenItIsNoWavFile() {
        byte[] text = "hello, this is no sound".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> WavFile.parse(text, "a.txt")).hasMessageContaining("not a WAV file");
    }
}
