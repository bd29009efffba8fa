package io.parley.modelservice.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.model.ActiveVersions;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.campaigns.CampaignsProperties;
import io.parley.modelservice.parrot.Aviary;
import io.parley.modelservice.parrot.Parrot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ModelsInUseTest {

    private static final String CAMPAIGN = "gift-card";
    private static final Parrot HELLO = Parrot.taught("hello", "greeting");
    private static final Parrot BYE = Parrot.taught("bye", "cancelled");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Aviary aviary;
    private final ModelsInUse<Parrot> models;

    ModelsInUseTest(@TempDir Path folder) {
        aviary = new Aviary(folder);
        models = new ModelsInUse<>(aviary.registry(), aviary.family(), meters);
    }

    @Test
    void givenNoVersion_whenRefreshed_thenNothingAnswersAndTheFaultSaysWhy() {
        models.refresh(CAMPAIGN);

        assertThat(models.champion(CAMPAIGN)).isEmpty();
        assertThat(models.versions()).isEmpty();
        assertThat(health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health().getDetails()).containsEntry(CAMPAIGN, "none yet");
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> models.chosen(CAMPAIGN, null))
                .withMessageStartingWith("campaign gift-card has no parrot yet")
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.MODEL_NOT_TRAINED));
    }

    @Test
    void givenAliases_whenRefreshed_thenChampionAndChallengerAreInUse() {
        activate(aviary.publish(CAMPAIGN, HELLO));
        aviary.registry().challenge(CAMPAIGN, aviary.publish(CAMPAIGN, BYE));
        aviary.publish(CAMPAIGN, BYE);
        models.refresh(CAMPAIGN);

        assertThat(models.champion(CAMPAIGN).orElseThrow().model()).isEqualTo(HELLO);
        assertThat(models.challenger(CAMPAIGN).orElseThrow().model()).isEqualTo(BYE);
        assertThat(models.versions()).containsExactly(Map.entry(CAMPAIGN, "v1"));
        assertThat(models.chosen(CAMPAIGN, null).version().version()).isEqualTo("v1");
        assertThat(models.chosen(CAMPAIGN, "v3").model()).isEqualTo(BYE);
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(health().getDetails()).containsEntry(CAMPAIGN, "v1");
    }

    @Test
    void givenAnotherChampion_whenRefreshed_thenOneGaugeShowsIt() {
        activate(aviary.publish(CAMPAIGN, HELLO));
        activate(aviary.publish(CAMPAIGN, BYE));

        assertThat(meters.get("parrot.model").gauges()).hasSize(1);
        assertThat(meters.get("parrot.model").tag("version", "v2").gauge().value())
                .isEqualTo(1);
    }

    @Test
    void givenAChampionThatCannotBeRead_whenRefreshed_thenTheOldOneStays() throws IOException {
        activate(aviary.publish(CAMPAIGN, HELLO));
        String broken = aviary.publish(CAMPAIGN, BYE);
        spoil(broken);

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> activate(broken))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.MODEL_CORRUPT));
        assertThat(models.champion(CAMPAIGN).orElseThrow().model()).isEqualTo(HELLO);
    }

    @Test
    void givenAChallengerThatCannotBeRead_whenRefreshed_thenTheChampionAnswersWithoutIt() throws IOException {
        String champion = aviary.publish(CAMPAIGN, HELLO);
        String broken = aviary.publish(CAMPAIGN, BYE);
        aviary.registry().activate(CAMPAIGN, champion);
        aviary.registry().challenge(CAMPAIGN, broken);
        spoil(broken);
        models.refresh(CAMPAIGN);

        assertThat(models.champion(CAMPAIGN).orElseThrow().model()).isEqualTo(HELLO);
        assertThat(models.challenger(CAMPAIGN)).isEmpty();
    }

    @Test
    void givenAChampionThatCannotBeRead_whenNoneAnswersYet_thenTheFormerOneDoesAndHealthSaysWhy() throws IOException {
        aviary.registry().activate(CAMPAIGN, aviary.publish(CAMPAIGN, HELLO));
        String broken = aviary.publish(CAMPAIGN, BYE);
        aviary.registry().activate(CAMPAIGN, broken);
        spoil(broken);

        models.follow(CAMPAIGN, null);

        assertThat(models.versions()).containsEntry(CAMPAIGN, "v1");
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(health().getDetails().get(CAMPAIGN))
                .asString()
                .startsWith("v1; not v2: ")
                .contains("versions/v2");
        assertThat(meters.get("parrot.models.refused").gauge().value()).isEqualTo(1);
    }

    @Test
    void givenAChampionThatCannotBeRead_whenItIsMended_thenItAnswersAtTheNextLook() throws IOException {
        activate(aviary.publish(CAMPAIGN, HELLO));
        String broken = aviary.publish(CAMPAIGN, BYE);
        aviary.registry().activate(CAMPAIGN, broken);
        Path file = aviary.registry().files(CAMPAIGN, broken).resolve("parrot.json");
        byte[] whole = Files.readAllBytes(file);
        Files.writeString(file, "{");
        models.follow(CAMPAIGN, null);
        assertThat(models.versions()).containsEntry(CAMPAIGN, "v1");

        Files.write(file, whole);
        models.follow(CAMPAIGN, null);

        assertThat(models.versions()).containsEntry(CAMPAIGN, "v2");
        assertThat(health().getDetails()).containsEntry(CAMPAIGN, "v2");
        assertThat(meters.get("parrot.models.refused").gauge().value()).isZero();
    }

    @Test
    void givenAnAliasFileThatIsLost_whenLookedAt_thenTheChampionGoesOnAnswering() throws IOException {
        String version = aviary.publish(CAMPAIGN, HELLO);
        activate(version);
        Instant decided = aviary.registry().aliases(CAMPAIGN).changedAt();
        Files.writeString(aliasFile(version), "no aliases");

        models.follow(CAMPAIGN, null);
        assertThat(models.versions()).containsEntry(CAMPAIGN, "v1");

        models.follow(CAMPAIGN, new ActiveVersions("parrots", CAMPAIGN, "v1", null, decided));
        assertThat(aviary.registry().aliases(CAMPAIGN).champion()).isEqualTo("v1");
    }

    @Test
    void givenADecisionForAVersionThatIsNotHere_whenHeardOf_thenTheChampionStaysAndHealthSaysSo() {
        activate(aviary.publish(CAMPAIGN, HELLO));

        models.follow(
                CAMPAIGN,
                new ActiveVersions(
                        "parrots", CAMPAIGN, "v7", null, Instant.now().plusSeconds(60)));

        assertThat(models.versions()).containsEntry(CAMPAIGN, "v1");
        assertThat(health().getDetails().get(CAMPAIGN)).asString().startsWith("v1; not v7: ");
    }

    @Test
    void givenAFolderThatWasEmptied_whenAVersionOfTheSameNameIsThere_thenItIsAnotherModel() throws IOException {
        String version = aviary.publish(CAMPAIGN, HELLO);
        activate(version);
        Path campaign = aliasFile(version).getParent();
        try (Stream<Path> all = Files.walk(campaign)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }

        activate(aviary.publish(CAMPAIGN, BYE));

        assertThat(models.versions()).containsEntry(CAMPAIGN, "v1");
        assertThat(models.champion(CAMPAIGN).orElseThrow().model()).isEqualTo(BYE);
    }

    private Path aliasFile(String version) {
        return aviary.registry()
                .files(CAMPAIGN, version)
                .resolve("../../aliases.json")
                .normalize();
    }

    private void activate(String version) {
        aviary.registry().activate(CAMPAIGN, version);
        models.refresh(CAMPAIGN);
    }

    private void spoil(String version) throws IOException {
        Files.writeString(aviary.registry().files(CAMPAIGN, version).resolve("parrot.json"), "{");
    }

    private Health health() {
        Campaigns campaigns = new Campaigns(new CampaignsProperties(
                Path.of("../campaign/src/test/resources"), Path.of("target/no-versions"), null));
        return new ModelsHealth(campaigns, models).health();
    }
}
