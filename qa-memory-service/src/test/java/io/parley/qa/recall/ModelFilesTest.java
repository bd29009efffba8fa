package io.parley.qa.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was not written by this release is refused with the file's name, before it can answer anything. */
class ModelFilesTest {

    private static AnswerModel model;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        model = SmallOffer.trained(1);
    }

    @BeforeEach
    void write() throws IOException {
        ModelFiles.write(model, folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"encodings.bin", "imprints.bin", "kernel.bin", "network.bin"})
    void givenANumberThatIsNotFinite_whenRead_thenTheFileIsRefused(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (name.equals("encodings.bin")) {
            numbers.putFloat(0, Float.NaN);
        } else {
            numbers.putDouble(bytes.length - Double.BYTES, Double.NEGATIVE_INFINITY);
        }
        Files.write(folder.resolve(name), bytes);

        refused(name + ": ", name.equals("encodings.bin") ? "is NaN" : "is -Infinity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory.json", "encodings.bin", "imprints.bin", "kernel.bin", "network.bin"})
    void givenAFileThatIsCutOrForeignOrMissing_whenRead_thenItIsNamed(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        refused(name);
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 8));
        refused(name);
        Files.writeString(file, "something else");
        refused(name);
        Files.delete(file);
        refused(name + " is missing");
    }

    @Test
    void givenAnotherFormat_whenRead_thenTheMessageSaysWhichThisReleaseReads() throws IOException {
        describe(json().replace("\"format\":3", "\"format\":2"));

        refused("memory.json: it is of format 2, this release reads 3");
    }

    @Test
    void givenADescriptionThatDoesNotFit_whenRead_thenItIsRefused() throws IOException {
        String whole = json();
        describe("{\"format\":3}");
        refused("memory.json");
        for (String line : List.of("usual", "kernelUsual")) {
            String begins = "\"" + line + "\":{\"slope\":";
            describe(whole.replaceFirst(begins.replace("{", "\\{") + "[^,]*,", begins + "\"NaN\","));
            refused("memory.json: a number is not finite");
        }
        describe(whole.replaceFirst("\"centre\":\\[[^,]*,", "\"centre\":["));
        refused("memory.json: its centre has ");
        describe(whole.replaceFirst("\"temperature\":[^,]*,", "\"temperature\":0,"));
        refused("memory.json");
        describe(whole.replaceFirst("\"width\":[0-9]+,", "\"width\":7,"));
        refused("network.bin: ");
    }

    private String json() throws IOException {
        return Files.readString(folder.resolve("memory.json"));
    }

    private void describe(String json) throws IOException {
        Files.writeString(folder.resolve("memory.json"), json);
    }

    private void refused(String... why) {
        assertThatThrownBy(() -> ModelFiles.read(folder)).isInstanceOfSatisfying(FaultException.class, e -> {
            assertThat(e.fault()).isEqualTo(Fault.MODEL_CORRUPT);
            assertThat(e.getMessage())
                    .startsWith("the answer model in " + folder)
                    .contains(why)
                    .endsWith("; activate another version or train anew");
        });
    }
}
