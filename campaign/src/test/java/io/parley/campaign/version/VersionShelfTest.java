package io.parley.campaign.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionShelfTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    @TempDir
    private Path temp;

    private Path folder;
    private VersionShelf shelf;

    @BeforeEach
    void writeACampaign() throws IOException {
        folder = temp.resolve("campaigns");
        Files.createDirectories(folder.resolve("tea/conversations"));
        Files.writeString(folder.resolve("tea/flow.yaml"), "flow: tea");
        Files.writeString(folder.resolve("tea/conversations/happy.yaml"), "turns: []");
        Files.writeString(folder.resolve("tea/notes.txt"), "no file of a campaign");
        shelf = new VersionShelf(folder, temp.resolve("shelf"));
    }

    @Test
    void givenNoPublication_whenAskedWhatIsOnSale_thenItIsTheFolder() {
        assertThat(shelf.ids()).containsExactly("tea");
        assertThat(shelf.current("tea")).isEqualTo(folder.resolve("tea").toAbsolutePath());
        assertThat(shelf.published("tea")).isEmpty();
    }

    @Test
    void givenAFolder_whenItsFilesAreRead_thenOnlyThoseOfACampaignAreAmongThem() {
        assertThat(CampaignFiles.in(folder.resolve("tea")).content())
                .containsOnlyKeys("flow.yaml", "conversations/happy.yaml");
    }

    @Test
    void givenALinkToAFolder_whenItsFilesAreRead_thenTheyAreThoseOfTheFolder() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("link"), folder.resolve("tea"));

        assertThat(CampaignFiles.in(link).hash())
                .isEqualTo(CampaignFiles.in(folder.resolve("tea")).hash());
    }

    @Test
    void givenAPublishedVersion_whenAskedWhatIsOnSale_thenItIsThatUntilTheFolderIsEdited() throws IOException {
        KeptVersion version = keep("flow: tea of spring");
        shelf.publish("tea", version.number(), NOW);

        assertThat(shelf.current("tea")).isEqualTo(shelf.folder("tea", 1)).hasFileName("tea");
        assertThat(shelf.current("tea").resolve("flow.yaml")).hasContent("flow: tea of spring");

        Files.writeString(folder.resolve("tea/flow.yaml"), "flow: tea of summer");
        assertThat(shelf.current("tea")).isEqualTo(folder.resolve("tea").toAbsolutePath());
    }

    @Test
    void givenSeveralPublications_whenAskedWhatIsOnSale_thenTheLastCounts() {
        keep("flow: one");
        keep("flow: two");
        shelf.publish("tea", 2, NOW);
        shelf.publish("tea", 1, NOW.plusSeconds(1));

        assertThat(shelf.published("tea")).map(Publication::number).contains(1);
        assertThat(shelf.publications("tea")).extracting(Publication::number).containsExactly(2, 1);
    }

    @Test
    void givenFilesThatAreKept_whenKeptAgain_thenTheyAreThatVersion() {
        KeptVersion first = keep("flow: one");

        assertThat(keep("flow: one")).isEqualTo(first);
        assertThat(shelf.versions("tea")).containsExactly(first);
        assertThat(first.note()).isEqualTo("a note, with ümlauts");
    }

    @Test
    void givenManyWhoKeepAtOnce_whenTheyAreDone_thenEveryVersionHasANumberOfItsOwn() throws Exception {
        List<Callable<KeptVersion>> keeping = IntStream.range(0, 20)
                .<Callable<KeptVersion>>mapToObj(number -> () -> keep("flow: tea " + number))
                .toList();
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<Integer> numbers = people.invokeAll(keeping).stream()
                    .map(Future::resultNow)
                    .map(KeptVersion::number)
                    .toList();
            assertThat(numbers).doesNotHaveDuplicates();
        }
        assertThat(shelf.versions("tea")).hasSize(20);
    }

    @Test
    void givenACampaignThatHasNoFolder_whenAVersionIsPublished_thenItIsACampaign() {
        shelf.keep("cocoa", files("flow: cocoa"), "c1", KeptVersion.Origin.SENT, 0, "", NOW);
        assertThat(shelf.ids()).doesNotContain("cocoa");

        shelf.publish("cocoa", 1, NOW);

        assertThat(shelf.ids()).containsExactly("cocoa", "tea");
        assertThat(shelf.current("cocoa")).isEqualTo(shelf.folder("cocoa", 1));
    }

    @Test
    void givenFiles_whenSomeAreChanged_thenTheOthersStay() {
        CampaignFiles changed = CampaignFiles.in(folder.resolve("tea"))
                .with(Map.of("facts.yaml", Optional.of(bytes("[]")), "conversations/happy.yaml", Optional.empty()));

        assertThat(changed.content()).containsOnlyKeys("flow.yaml", "facts.yaml");
        assertThat(changed.hash())
                .isNotEqualTo(CampaignFiles.in(folder.resolve("tea")).hash());
    }

    @Test
    void givenANameThatLeadsElsewhere_whenTakenAsAFile_thenItIsRefused() {
        assertThatThrownBy(() -> new CampaignFiles(Map.of("conversations/../../x.yaml", bytes(""))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conversations/../../x.yaml");
    }

    private KeptVersion keep(String flow) {
        return shelf.keep(
                "tea", files(flow), "v-" + flow.hashCode(), KeptVersion.Origin.SENT, 0, "a note, with ümlauts", NOW);
    }

    private static CampaignFiles files(String flow) {
        return new CampaignFiles(Map.of("flow.yaml", bytes(flow)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
