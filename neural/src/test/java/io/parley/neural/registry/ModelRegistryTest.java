package io.parley.neural.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRegistryTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path root;

    private ModelRegistry registry;

    @BeforeEach
    void open() {
        registry = new ModelRegistry(root, "next-state", NOON);
    }

    @Test
    void givenAModel_whenPublished_thenEverythingKnownAboutItIsKept() {
        ModelVersion version = registry.publish("gift-card", model("one"));

        assertThat(registry.version("gift-card", "v1")).isEqualTo(version);
        assertThat(version.settings()).containsEntry("hidden", "64");
        assertThat(version.parent()).isNull();
        assertThat(version.createdAt()).isEqualTo(NOON.instant());
        assertThat(version.files()).containsOnlyKeys("network.bin");
        assertThat(registry.files("gift-card", "v1").resolve("network.bin")).hasContent("one");
        assertThat(registry.champion("gift-card")).isEmpty();
    }

    @Test
    void givenTwoVersions_whenActivatedAndRolledBack_thenTheFormerAnswersAgain() {
        registry.publish("gift-card", model("one"));
        registry.activate("gift-card", "v1");
        ModelVersion second = registry.publish("gift-card", model("two"));
        registry.activate("gift-card", "v2");

        assertThat(second.parent()).isEqualTo("v1");
        assertThat(registry.rollBack("gift-card", version -> true).champion()).isEqualTo("v1");
        assertThat(registry.champion("gift-card").map(ModelVersion::version)).contains("v1");
        assertFault(Fault.MODEL_VERSION_NOT_FOUND, () -> registry.rollBack("gift-card", version -> true));
    }

    @Test
    void givenAnotherProcessLater_whenItOpensTheFolder_thenTheChampionIsTheSame() {
        registry.publish("gift-card", model("one"));
        registry.activate("gift-card", "v1");

        ModelRegistry later = new ModelRegistry(root, "next-state", NOON);

        assertThat(later.champion("gift-card").map(ModelVersion::version)).contains("v1");
    }

    @Test
    void givenAChallenger_whenItBecomesChampion_thenItChallengesNoMore() {
        registry.publish("gift-card", model("one"));
        registry.publish("gift-card", model("two"));
        registry.activate("gift-card", "v1");
        registry.challenge("gift-card", "v2");

        assertThat(registry.listed("gift-card"))
                .extracting(ListedVersion::role)
                .containsExactly(Role.CHALLENGER, Role.CHAMPION);
        assertThat(registry.activate("gift-card", "v2").challenger()).isNull();
        assertFault(Fault.MODEL_VERSION_IN_USE, () -> registry.challenge("gift-card", "v2"));
    }

    @Test
    void givenAVersionInUse_whenDeleted_thenItStays() {
        registry.publish("gift-card", model("one"));
        registry.activate("gift-card", "v1");

        assertFault(Fault.MODEL_VERSION_IN_USE, () -> registry.delete("gift-card", "v1"));
        assertThat(registry.versions("gift-card")).hasSize(1);
    }

    @Test
    void givenADeletedVersion_whenTheNextIsPublished_thenItsNameIsNotGivenAgain() {
        registry.publish("gift-card", model("one"));
        registry.publish("gift-card", model("two"));
        registry.delete("gift-card", "v2");

        assertThat(registry.publish("gift-card", model("three")).version()).isEqualTo("v3");
        assertFault(Fault.MODEL_VERSION_NOT_FOUND, () -> registry.version("gift-card", "v2"));
    }

    @Test
    void givenAWriterThatFails_whenPublished_thenThereIsNoVersionAndTheNextOneWorks() {
        TrainedModel broken = new TrainedModel("h", 1, Map.of(), Map.of(), 1, DataSource.CAMPAIGN, folder -> {
            Files.writeString(folder.resolve("half.bin"), "half");
            throw new IOException("disk full");
        });

        assertThatThrownBy(() -> registry.publish("gift-card", broken)).hasRootCauseMessage("disk full");

        assertThat(registry.versions("gift-card")).isEmpty();
        assertThat(registry.publish("gift-card", model("one")).files()).containsOnlyKeys("network.bin");
    }

    @Test
    void givenAChangedFile_whenTheVersionIsOpened_thenTheFaultSaysSo() throws IOException {
        registry.publish("gift-card", model("one"));
        registry.activate("gift-card", "v1");
        registry.publish("gift-card", model("two"));
        Files.writeString(root.resolve("next-state/gift-card/versions/v2/network.bin"), "tw");

        assertFault(Fault.MODEL_CORRUPT, () -> registry.files("gift-card", "v2"));
        assertFault(Fault.MODEL_CORRUPT, () -> registry.activate("gift-card", "v2"));
        assertThat(registry.champion("gift-card").map(ModelVersion::version)).contains("v1");
    }

    @Test
    void givenABrokenDescription_whenListed_thenTheOtherVersionsAreThere() throws IOException {
        registry.publish("gift-card", model("one"));
        registry.publish("gift-card", model("two"));
        Files.writeString(root.resolve("next-state/gift-card/versions/v1/version.json"), "{\"version\":");

        assertThat(registry.versions("gift-card"))
                .extracting(ModelVersion::version)
                .containsExactly("v2");
        assertFault(Fault.MODEL_CORRUPT, () -> registry.version("gift-card", "v1"));
    }

    @Test
    void givenBrokenAliases_whenRead_thenThereIsNoChampionUntilOneIsActivated() throws IOException {
        registry.publish("gift-card", model("one"));
        registry.activate("gift-card", "v1");
        Files.writeString(root.resolve("next-state/gift-card/aliases.json"), "not json");

        assertThat(registry.champion("gift-card")).isEqualTo(Optional.empty());
        assertThat(registry.publish("gift-card", model("two")).version()).isEqualTo("v2");
        assertThat(registry.activate("gift-card", "v1").champion()).isEqualTo("v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "v1/../v1", "latest", "", "v0"})
    void givenANameThatIsNoVersion_whenAskedFor_thenItIsNotFound(String name) {
        registry.publish("gift-card", model("one"));

        assertFault(Fault.MODEL_VERSION_NOT_FOUND, () -> registry.files("gift-card", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/b", ".hidden", ""})
    void givenANameThatIsNoCampaign_whenAskedFor_thenItIsNotFound(String name) {
        assertFault(Fault.CAMPAIGN_NOT_FOUND, () -> registry.versions(name));
    }

    @Test
    void givenTheSameValues_whenHashed_thenOnlyTheirBoundariesDecide() {
        assertThat(new DataHash().add("ab").add("c").hex())
                .isEqualTo(new DataHash().add("ab").add("c").hex())
                .isNotEqualTo(new DataHash().add("a").add("bc").hex())
                .hasSize(64);
    }

    private static TrainedModel model(String content) {
        return new TrainedModel(
                "hash-of-" + content,
                42,
                Map.of("hidden", "64"),
                Map.of("accuracy", 0.93),
                12.5,
                DataSource.CAMPAIGN,
                folder -> Files.write(folder.resolve("network.bin"), content.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertFault(Fault fault, Runnable call) {
        Consumer<FaultException> isThat = e -> assertThat(e.fault()).isEqualTo(fault);
        assertThatThrownBy(call::run).isInstanceOfSatisfying(FaultException.class, isThat);
    }
}
