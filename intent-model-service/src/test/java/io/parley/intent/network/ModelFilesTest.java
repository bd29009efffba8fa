package io.parley.intent.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.training.GiftCards;
import io.parley.intent.training.NextStateTrainer;
import io.parley.neural.jobs.ProgressListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever was not written by this release is refused with the file's name, before it can answer anything. */
class ModelFilesTest {

    private static NextStateModel model;

    @TempDir
    private Path folder;

    @BeforeAll
    static void trainOnce() {
        model = new NextStateTrainer(GiftCards.settings())
                .train(GiftCards.data(), 5, ProgressListener.SILENT)
                .model();
    }

    @BeforeEach
    void write() throws IOException {
        ModelFiles.write(model, folder);
        Files.copy(folder.resolve("network.bin"), folder.resolve("whole.bin"));
    }

    @Test
    void givenANumberThatIsNotFinite_whenRead_thenTheMessageNamesItsBlock() throws IOException {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            byte[] bytes = numbers();
            // Format, how many blocks, the first one's name and length, and there is its first number.
            int nameLength = ByteBuffer.wrap(bytes, 8, 2).getShort();
            String block = new String(bytes, 10, nameLength, StandardCharsets.UTF_8);
            ByteBuffer.wrap(bytes).putFloat(10 + nameLength + 4, bad);

            refused(bytes, "network.bin: number 0 of block '" + block + "' is " + bad);
        }
    }

    @Test
    void givenANeighbourThatIsNotFinite_whenRead_thenItIsRefused() throws IOException {
        byte[] bytes = numbers();
        ByteBuffer.wrap(bytes).putShort(bytes.length - 2, Float.floatToFloat16(Float.NaN));

        refused(bytes, "of the neighbours is NaN");
    }

    @Test
    void givenAFileCutAnywhere_whenRead_thenItIsRefused() throws IOException {
        byte[] bytes = numbers();
        for (int left : new int[] {0, 3, 9, bytes.length / 2, bytes.length - 1}) {
            refused(Arrays.copyOf(bytes, left), "network.bin");
        }
        refused(Arrays.copyOf(bytes, bytes.length / 2), "network.bin ends too early");
    }

    @Test
    void givenBytesBehindTheEnd_whenRead_thenTheyAreRefused() throws IOException {
        byte[] bytes = numbers();

        refused(Arrays.copyOf(bytes, bytes.length + 1), "network.bin: something follows");
    }

    @Test
    void givenAForeignFile_whenRead_thenItIsRefusedWithoutTakingMemoryForIt() throws IOException {
        refused("PK\u0003\u0004 a zip file".getBytes(StandardCharsets.UTF_8), "network.bin: it is of format ");
        byte[] bytes = numbers();
        int nameLength = ByteBuffer.wrap(bytes, 8, 2).getShort();
        ByteBuffer.wrap(bytes).putInt(10 + nameLength, Integer.MAX_VALUE);
        refused(bytes, "a block cannot have " + Integer.MAX_VALUE + " numbers");
    }

    @Test
    void givenAnotherFormat_whenRead_thenTheMessageSaysWhichThisReleaseReads() throws IOException {
        byte[] bytes = numbers();
        ByteBuffer.wrap(bytes).putInt(0, 99);
        refused(bytes, "network.bin: it is of format 99, this release reads 1");

        describe(json().replace("\"format\":1", "\"format\":99"));
        refused(numbers(), "network.json: it is of format 99, this release reads 1");
    }

    @Test
    void givenADescriptionThatIsNone_whenRead_thenItIsRefused() throws IOException {
        String whole = json();
        describe("not json");
        refused(numbers(), "network.json is no JSON of a model");
        describe("{\"format\":1}");
        refused(numbers(), "network.json");
        String temperature = "\"temperature\":" + model.thresholds().temperature();
        assertThat(whole).contains(temperature);
        describe(whole.replace(temperature, "\"temperature\":\"NaN\""));
        refused(numbers(), "network.json: the temperature must be above 0, is NaN");
        String acceptAt = "\"acceptAt\":" + model.thresholds().acceptAt();
        describe(whole.replace(acceptAt, "\"acceptAt\":\"Infinity\""));
        refused(numbers(), "network.json: a threshold is not finite");
        describe(whole.replaceFirst("\"labels\":\\[\"[^\"]*\",", "\"labels\":["));
        refused(numbers(), "network.bin: block ");
    }

    @Test
    void givenAModelOfAReleaseThatNeverAskedBack_whenRead_thenItNeverAsks() throws IOException {
        String whole = json();
        Double askWithin = model.thresholds().askWithin();
        assertThat(askWithin).isBetween(0.0, 0.25);
        describe(whole.replace("\"askWithin\":" + askWithin + ",", ""));
        Files.write(folder.resolve("network.bin"), numbers());

        assertThat(ModelFiles.read(folder).thresholds().askWithin()).isNull();
    }

    @Test
    void givenTypingErrors_whenReadByAModelFromItsFiles_thenItPredictsAsIfThereWereNone() throws IOException {
        NextStateModel read = ModelFiles.read(folder);

        assertThat(read.predict(GiftCards.saying("greeting", "Heello, I wanjt to buy a gift card")))
                .isEqualTo(read.predict(GiftCards.saying("greeting", "Hello, I want to buy a gift card")));
    }

    @Test
    void givenAModelOfAReleaseThatReadTypingErrorsAsTheyWere_whenRead_thenItDoesSoStill() throws IOException {
        describe(json().replaceFirst("\"words\":\\[[^]]*],", ""));
        Files.write(folder.resolve("network.bin"), numbers());
        NextStateModel read = ModelFiles.read(folder);

        assertThat(read.network().space().words()).isEmpty();
        assertThat(read.predict(GiftCards.saying("greeting", "yes")))
                .isEqualTo(model.predict(GiftCards.saying("greeting", "yes")));
    }

    @Test
    void givenAMissingFile_whenRead_thenTheMessageNamesIt() throws IOException {
        Files.delete(folder.resolve("network.bin"));

        assertThatThrownBy(() -> ModelFiles.read(folder)).hasMessageContaining("network.bin is missing");
    }

    private byte[] numbers() throws IOException {
        return Files.readAllBytes(folder.resolve("whole.bin"));
    }

    private String json() throws IOException {
        return Files.readString(folder.resolve("network.json"));
    }

    private void describe(String json) throws IOException {
        Files.writeString(folder.resolve("network.json"), json);
    }

    private void refused(byte[] numbers, String why) throws IOException {
        Files.write(folder.resolve("network.bin"), numbers);
        assertThatThrownBy(() -> ModelFiles.read(folder)).isInstanceOfSatisfying(FaultException.class, e -> {
            assertThat(e.fault()).isEqualTo(Fault.MODEL_CORRUPT);
            assertThat(e.getMessage())
                    .startsWith("the next-state model in " + folder)
                    .contains(why)
                    .endsWith("; activate another version or train anew");
        });
    }
}
