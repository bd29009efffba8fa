package io.parley.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Topics;
import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.ScoredState;
import io.parley.neural.registry.DataSource;
import io.parley.neural.registry.ModelRegistry;
import io.parley.neural.registry.TrainedModel;
import io.parley.standalone.embedded.EmbeddedKafka;
import io.parley.standalone.embedded.FreePort;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of one model service, each in a process of its own, on one folder of models and one broker. */
@Timeout(300)
class HotSwapIT {

    @TempDir
    static Path trained;

    private static List<List<String>> trainedAtTheStart = List.of();

    @TempDir
    Path temp;

    private final Running running = new Running();
    private final int[] ports = FreePort.find(4);
    private EmbeddedKafka kafka;
    private ModelInstance first;
    private ModelInstance second;

    @BeforeAll
    static void trainTwoVersionsOnce() throws Exception {
        int[] free = FreePort.find(2);
        try (EmbeddedKafka broker = EmbeddedKafka.start(trained.resolve("kafka"));
                ModelInstance one = ModelInstance.start(trained, "one", free[0], broker.bootstrapServers());
                ModelInstance other = ModelInstance.start(trained, "other", free[1], broker.bootstrapServers())) {
            one.awaitReady();
            other.awaitReady();
            trainedAtTheStart = List.of(one.versions(), List.of(one.champion()), List.of(other.champion()));
            one.train(7);
        }
    }

    @BeforeEach
    void startBoth() throws Exception {
        TrainedModels.copy(trained.resolve("models"), temp.resolve("models"));
        kafka = running.keep(EmbeddedKafka.start(temp.resolve("kafka")));
        first = running.keep(ModelInstance.start(temp, "first", ports[0], kafka.bootstrapServers()));
        second = running.keep(ModelInstance.start(temp, "second", ports[1], kafka.bootstrapServers()));
        first.awaitReady();
        second.awaitReady();
    }

    @AfterEach
    void stopEverything() throws Exception {
        running.close();
    }

    @Test
    void givenNoModelYet_whenTwoInstancesStartAtOnce_thenOneTrainsForBoth() {
        assertThat(trainedAtTheStart).hasSize(3).containsOnly(List.of("v1"));
        assertThat(List.of(first.champion(), second.champion())).containsOnly("v1");
    }

    @Test
    void givenAStreamOfTurns_whenAVersionIsActivatedAndRolledBack_thenNoneIsLostAndEachIsWhollyOfOneVersion()
            throws Exception {
        assertThat(second.challenge("v2")).isEqualTo(200);
        Map<String, Map<String, List<ScoredState>>> expected = Map.of("v1", scores("v1"), "v2", scores("v2"));
        assertThat(expected.get("v1")).isNotEqualTo(expected.get("v2"));

        try (AskingStream turns = AskingStream.start(kafka.bootstrapServers())) {
            turns.awaitMore(100);
            within(
                    10,
                    () -> first.shadow().path("compared").asInt() > 0
                            && second.shadow().path("compared").asInt() > 0);
            assertThat(first.activate("v2")).isEqualTo(200);
            within(10, () -> second.champion().equals("v2"));
            int allOfV2 = turns.asked();
            int stillV2 = turns.awaitMore(100);
            assertThat(second.rollBack()).isEqualTo(200);
            within(10, () -> first.champion().equals("v1"));
            int allOfV1 = turns.asked();
            turns.awaitMore(100);
            List<AskingStream.Heard> heard = turns.end();

            assertThat(heard.stream().map(AskingStream.Heard::number).distinct())
                    .as("answered")
                    .hasSize(turns.asked());
            assertThat(heard).allSatisfy(one -> {
                assertThat(one.reply().failure()).isNull();
                assertThat(one.reply().ranking())
                        .isEqualTo(expected.getOrDefault(version(one), Map.of()).get(one.text()));
            });
            assertThat(heard)
                    .filteredOn(one -> one.number() >= allOfV2 && one.number() < stillV2)
                    .isNotEmpty()
                    .allMatch(one -> version(one).equals("v2"));
            assertThat(heard)
                    .filteredOn(one -> one.number() >= allOfV1)
                    .isNotEmpty()
                    .allMatch(one -> version(one).equals("v1"));
        }
        assertThat(EveryRecord.in(kafka.bootstrapServers()).get(Topics.MODEL_ALIASES.name()))
                .allMatch(record -> record.contains("next-state/" + TeaBox.ID))
                .last()
                .asString()
                .contains("\"champion\":\"v1\"");
    }

    @Test
    void givenAVersionThatCannotBeLoaded_whenItIsToAnswer_thenTheOldOneStaysAndALaterInstanceComesUpWithIt()
            throws Exception {
        assertThat(first.activate("v2")).isEqualTo(200);
        within(10, () -> second.champion().equals("v2"));
        ModelRegistry registry = new ModelRegistry(temp.resolve("models"), "next-state", Clock.systemUTC());
        publishUnreadable(registry);

        assertThat(first.activate("v3")).as("refused over REST").isEqualTo(500);
        assertThat(registry.aliases(TeaBox.ID).champion()).isEqualTo("v2");

        // Decided by somebody who does not look whether it can be loaded.
        registry.activate(TeaBox.ID, "v3");
        within(
                20,
                () -> first.health().startsWith("v2; not v3: ")
                        && second.health().startsWith("v2; not v3: "));
        assertThat(second.health()).contains("network.bin: number 0 of block").contains("is NaN");
        ModelInstance later = running.keep(ModelInstance.start(temp, "later", ports[2], kafka.bootstrapServers()))
                .awaitReady();
        assertThat(List.of(first.champion(), second.champion(), later.champion()))
                .containsOnly("v2");

        assertThat(second.activate("v1")).isEqualTo(200);
        within(10, () -> first.health().equals("v1") && later.health().equals("v1"));
    }

    @Test
    void givenAnInstanceWhoseBrokerIsAway_whenItIsToldToSwitch_thenItDoesAndTheOthersFollow() throws Exception {
        ModelInstance cutOff = running.keep(ModelInstance.start(
                        temp, "cut-off", ports[2], "127.0.0.1:" + ports[3], "--spring.kafka.admin.auto-create=false"))
                .awaitReady();
        second.kill();

        assertThat(cutOff.activate("v2")).isEqualTo(200);
        assertThat(cutOff.champion()).isEqualTo("v2");
        cutOff.kill();

        within(20, () -> first.champion().equals("v2"));
        ModelInstance again = running.keep(ModelInstance.start(temp, "again", ports[1], kafka.bootstrapServers()))
                .awaitReady();
        assertThat(again.champion()).isEqualTo("v2");
        within(10, () -> lastTold().contains("\"champion\":\"v2\""));
    }

    private String lastTold() {
        try {
            return EveryRecord.in(kafka.bootstrapServers())
                    .getOrDefault(Topics.MODEL_ALIASES.name(), List.of())
                    .getLast();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** As v2, but that its first number is none; its hashes are right. */
    private void publishUnreadable(ModelRegistry registry) {
        Path source = registry.files(TeaBox.ID, "v2");
        registry.publish(TeaBox.ID, new TrainedModel("abc", 1, Map.of(), Map.of(), 1, DataSource.UPLOAD, folder -> {
            Files.copy(source.resolve("network.json"), folder.resolve("network.json"));
            byte[] numbers = Files.readAllBytes(source.resolve("network.bin"));
            ByteBuffer bytes = ByteBuffer.wrap(numbers);
            // Format, how many blocks, the first one's name and length, and there is its first number.
            bytes.putFloat(10 + bytes.getShort(8) + 4, Float.NaN);
            Files.write(folder.resolve("network.bin"), numbers);
        }));
    }

    private Map<String, List<ScoredState>> scores(String version) {
        Map<String, List<ScoredState>> scores = new HashMap<>();
        for (String text : AskingStream.TEXTS) {
            scores.put(text, second.predict(version, AskingStream.STATE, AskingStream.ALLOWED, text));
        }
        return scores;
    }

    private static String version(AskingStream.Heard heard) {
        ModelProvenance model = Objects.requireNonNull(heard.reply().model());
        return model.version();
    }

    private static void within(int seconds, BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(seconds);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not so within " + seconds + " seconds");
            }
            Thread.sleep(50);
        }
    }
}
