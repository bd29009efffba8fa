package io.parley.neural.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes, and several services of one process, on one folder. */
@Timeout(120)
class SharedRegistryTest {

    private static final String CAMPAIGN = "gift-card";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int EACH = 15;

    @TempDir
    private Path root;

    private ModelRegistry registry;
    private ModelRegistry sameProcess;

    @BeforeEach
    void open() {
        registry = new ModelRegistry(root, "next-state", Clock.fixed(NOON, ZoneOffset.UTC));
        sameProcess = new ModelRegistry(root, "next-state", Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void givenThreeWriters_whenTheyPublishAndActivateAtOnce_thenNoNumberIsGivenTwiceAndNoVersionIsLost()
            throws Exception {
        try (OtherProcess other = OtherProcess.publishing(root, EACH)) {
            Thread second = Thread.ofPlatform().start(() -> OtherProcess.publish(sameProcess, EACH, "second"));
            OtherProcess.publish(registry, EACH, "first");
            second.join();
            assertThat(other.awaitEnd()).isZero();
        }

        assertThat(registry.versions(CAMPAIGN))
                .extracting(ModelVersion::version)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 3 * EACH)
                        .mapToObj(number -> "v" + number)
                        .toList()
                        .reversed());
        assertThat(contents())
                .containsExactlyInAnyOrderElementsOf(Stream.of("first", "second", "theirs")
                        .flatMap(who -> IntStream.range(0, EACH).mapToObj(i -> who + i))
                        .toList());
        assertThat(registry.aliases(CAMPAIGN).published()).isEqualTo(3 * EACH);
        assertThat(registry.champion(CAMPAIGN)).isPresent();
    }

    @Test
    void givenAProcessThatTrains_whenItIsKilled_thenAnotherMayTrain() throws Exception {
        try (OtherProcess other = OtherProcess.training(root)) {
            assertThat(registry.claimTraining(CAMPAIGN)).isEmpty();
            assertThat(registry.claimTraining("space-trip")).isPresent();
        }

        try (TrainingClaim ours = registry.claimTraining(CAMPAIGN).orElseThrow()) {
            assertThat(sameProcess.claimTraining(CAMPAIGN)).isEmpty();
        }
        assertThat(sameProcess.claimTraining(CAMPAIGN)).isPresent();
    }

    @Test
    void givenAProcessThatDecides_whenItIsKilledInTheMiddle_thenOneOfTheTwoIsChampionAndOthersMayDecide()
            throws Exception {
        OtherProcess.publish(registry, 2, "x");
        for (int round = 0; round < 5; round++) {
            try (OtherProcess other = OtherProcess.deciding(root)) {
                Thread.sleep(10 + 17 * round);
                assertThat(registry.aliases(CAMPAIGN).champion()).isIn("v1", "v2");
            }
            assertThat(registry.champion(CAMPAIGN).map(ModelVersion::version).orElse(""))
                    .isIn("v1", "v2");
            assertThat(registry.activate(CAMPAIGN, "v1").champion()).isEqualTo("v1");
        }
    }

    @Test
    void givenAClockThatStandsStill_whenDecisionsFollowEachOther_thenEachIsLaterThanTheOneBefore() {
        OtherProcess.publish(registry, 2, "x");
        Instant second = registry.aliases(CAMPAIGN).changedAt();
        Instant third = sameProcess.rollBack(CAMPAIGN, version -> true).changedAt();

        assertThat(second).isEqualTo(NOON.plusMillis(1));
        assertThat(third).isEqualTo(NOON.plusMillis(2));
        assertThat(registry.activate(CAMPAIGN, "v1").changedAt())
                .as("nothing was decided anew")
                .isEqualTo(third);
    }

    @Test
    void givenALostAliasFile_whenALaterDecisionIsHeardOf_thenItStandsHereAgain() throws IOException {
        OtherProcess.publish(registry, 2, "x");
        Instant decided = registry.aliases(CAMPAIGN).changedAt();
        Files.writeString(root.resolve("next-state/gift-card/aliases.json"), "not json");

        registry.adopt(CAMPAIGN, "v2", "v1", decided);

        assertThat(registry.aliases(CAMPAIGN))
                .returns("v2", Aliases::champion)
                .returns("v1", Aliases::challenger)
                .returns(decided, Aliases::changedAt);
        assertThat(registry.adopt(CAMPAIGN, "v1", null, decided).champion())
                .as("a decision that is not later")
                .isEqualTo("v2");
    }

    @Test
    void givenADecisionForAVersionThatIsNotHere_whenHeardOf_thenWhatStandsHereStays() {
        OtherProcess.publish(registry, 1, "x");

        assertThatThrownBy(() -> registry.adopt(CAMPAIGN, "v9", null, NOON.plusSeconds(9)))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.MODEL_VERSION_NOT_FOUND));
        assertThat(registry.aliases(CAMPAIGN).champion()).isEqualTo("v1");
        assertThat(registry.adopt(CAMPAIGN, "v1", "v9", NOON.plusSeconds(9)).challenger())
                .isNull();
    }

    @Test
    void givenAnAliasFileOfAnEarlierRelease_whenRead_thenItsDecisionCountsAsLongAgo() throws IOException {
        OtherProcess.publish(registry, 1, "x");
        Files.writeString(
                root.resolve("next-state/gift-card/aliases.json"),
                "{\"champion\":\"v1\",\"challenger\":null,\"earlier\":[],\"published\":1}");

        assertThat(registry.aliases(CAMPAIGN)).isEqualTo(new Aliases("v1", null, List.of(), 1, Instant.EPOCH));
    }

    @Test
    void givenAFormerChampionThatCannotBeLoaded_whenRolledBack_thenTheOneBeforeAnswers() {
        OtherProcess.publish(registry, 3, "x");

        assertThat(registry.rollBack(CAMPAIGN, version -> !version.equals("v2")).champion())
                .isEqualTo("v1");
    }

    private List<String> contents() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("network.bin"))
                    .map(SharedRegistryTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
