package io.parley.gateway.call.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class RecordingsTest {

    private static final String CALL = "0b9e4f7a-1111-2222-3333-444455556666";
    private static final int RATE = 8000;
    private static final int FRAME = RATE / 50;

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void aFolderOfItsOwn() {
        folder = temporary.resolve("recordings");
    }

    @Test
    void givenARecordedCall_whenItsSoundIsAskedFor_thenBothSidesAreThereAndNothingLiesOpen() throws IOException {
        Recordings recordings = recordings(key(1));
        record(recordings, 125);

        byte[] wav = wav(recordings);

        assertThat(new String(wav, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        ByteBuffer sound = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(sound.getInt(24)).isEqualTo(RATE);
        assertThat(sound.getInt(40)).isEqualTo(wav.length - 44).isEqualTo(125 * FRAME * 4);
        assertThat(sound.getShort(44)).as("the caller is left").isEqualTo((short) 1000);
        assertThat(sound.getShort(46)).as("we are right").isEqualTo((short) -1000);
        assertThat(recordings.all()).singleElement().satisfies(view -> {
            assertThat(view.call()).isEqualTo(CALL);
            assertThat(view.conversation()).isEqualTo("some-conversation");
            assertThat(view.seconds()).isEqualTo(3);
            assertThat(view.deletedAt()).isAfter(Instant.now().plus(Duration.ofDays(29)));
        });
        String onDisk = Files.readString(file(), StandardCharsets.ISO_8859_1);
        assertThat(onDisk).doesNotContain("some-conversation", "space-trip", "\u00e8\u0003\u0018\u00fc");
    }

    @Test
    void givenACallThatBrokeOff_whenItsRecordingIsRead_thenWhatWasWrittenIsThere() throws IOException {
        Recordings recordings = recordings(key(1));
        record(recordings, 125);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length - 500));

        assertThat(wav(recordings)).hasSizeGreaterThanOrEqualTo(44 + 2 * RATE * 4);
    }

    @Test
    void givenAnotherKey_whenItIsAskedFor_thenItIsNotFound() {
        record(recordings(key(1)), 10);
        Recordings others = recordings(key(2));

        assertThat(others.all()).isEmpty();
        assertThatThrownBy(() -> others.one(CALL))
                .asInstanceOf(InstanceOfAssertFactories.type(FaultException.class))
                .extracting(FaultException::fault)
                .isEqualTo(Fault.RECORDING_NOT_FOUND);
    }

    @Test
    void givenAnIdThatIsAPath_whenItIsAskedFor_thenItNamesNoFile() throws IOException {
        Recordings recordings = recordings(key(1));

        Path beside = Files.writeString(folder.resolveSibling("beside.sealed"), "not ours");

        assertThatThrownBy(() -> recordings.delete("../beside")).isInstanceOf(FaultException.class);
        assertThat(beside).exists();
    }

    @Test
    void givenAFileThatCouldNotBeBegun_whenListed_thenTheOthersAreThere() throws IOException {
        Recordings recordings = recordings(key(1));
        record(recordings, 10);
        Files.createFile(folder.resolve("11111111-1111-2222-3333-444455556666.sealed"));

        assertThat(recordings.all()).extracting(RecordingView::call).containsExactly(CALL);
    }

    @Test
    void givenNoKeyAnyMore_whenSwept_thenWhatWasKeptForItsTimeGoesAllTheSame() throws IOException {
        record(recordings(key(1)), 10);
        Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        Recordings without =
                new Recordings(new RecordingProperties(false, folder, null, Duration.ofDays(30)), JsonMapper.shared());

        assertThat(without.all()).isEmpty();
        without.sweep();

        assertThat(file()).doesNotExist();
    }

    @Test
    void givenRecordingsThatWereKeptForTheirTime_whenSwept_thenOnlyThoseAreGone() throws IOException {
        Recordings recordings = recordings(key(1));
        record(recordings, 10);
        recordings.sweep();
        assertThat(recordings.all()).hasSize(1);

        Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        recordings.sweep();

        assertThat(recordings.all()).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    void givenRecordingWithoutAKey_whenStarted_thenItSaysWhatIsMissing() {
        assertThatThrownBy(() -> new Recordings(
                        new RecordingProperties(true, folder, null, Duration.ofDays(1)), JsonMapper.shared()))
                .hasMessageContaining("parley.voice.recording.key");
        assertThatThrownBy(() -> new Recordings(
                        new RecordingProperties(true, folder, "c2hvcnQ=", Duration.ofDays(1)), JsonMapper.shared()))
                .hasMessageContaining("32 bytes");
    }

    private void record(Recordings recordings, int frames) {
        short[] caller = new short[FRAME];
        short[] ours = new short[FRAME];
        Arrays.fill(caller, (short) 1000);
        Arrays.fill(ours, (short) -1000);
        try (Recording recording =
                recordings.begin(CALL, "some-conversation", "space-trip", RATE).orElseThrow()) {
            for (int i = 0; i < frames; i++) {
                recording.add(caller, ours);
            }
        }
    }

    private byte[] wav(Recordings recordings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        recordings.writeWav(CALL, out);
        return out.toByteArray();
    }

    private Path file() {
        return folder.resolve(CALL + ".sealed");
    }

    private Recordings recordings(String key) {
        return new Recordings(new RecordingProperties(true, folder, key, Duration.ofDays(30)), JsonMapper.shared());
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
