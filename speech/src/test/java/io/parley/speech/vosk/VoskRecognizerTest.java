package io.parley.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoskRecognizerTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void givenNoModel_whenVoskIsOpened_thenItSaysHowToGetOne() {
        assertThatThrownBy(() -> VoskRecognizer.open(folder.resolve("none"), 1))
                .isInstanceOf(VoskUnavailableException.class)
                .hasMessageContaining("install-model");
    }

    @Test
    void givenAFolderThatIsNoModel_whenVoskIsOpened_thenItsNativeLibraryRefusesIt() {
        assertThatThrownBy(() -> VoskRecognizer.open(folder, 1))
                .isInstanceOf(VoskUnavailableException.class)
                .hasMessageContaining("not a whole Vosk model");
    }

    @Test
    void givenNoNetwork_whenTheModelIsFetched_thenItSaysWhatToDoOffline() {
        URI nobody = URI.create("http://127.0.0.1:1/");
        assertThatThrownBy(() -> new ModelInstallation(nobody, folder, line -> {}).install())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Offline: fetch")
                .hasMessageContaining(ModelInstallation.MODEL);
        assertThat(folder.resolve(ModelInstallation.MODEL)).doesNotExist();
    }
}
