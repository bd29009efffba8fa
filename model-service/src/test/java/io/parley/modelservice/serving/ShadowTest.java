package io.parley.modelservice.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.modelservice.parrot.Aviary;
import io.parley.modelservice.parrot.Parrot;
import io.parley.modelservice.parrot.ParrotAnswering;
import io.parley.modelservice.parrot.ParrotAnswering.Reply;
import io.parley.modelservice.parrot.ParrotAnswering.Request;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class ShadowTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String CAMPAIGN = "gift-card";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Aviary aviary;
    private final ModelsInUse<Parrot> models;
    private final Shadow<Parrot, Request, Reply> shadow;

    ShadowTest(@TempDir Path folder) {
        aviary = new Aviary(folder);
        models = new ModelsInUse<>(aviary.registry(), aviary.family(), meters);
        activate(
                aviary.publish(CAMPAIGN, new Parrot(Map.of("hello", "greeting", "yes", "payment", "no", "cancelled"))));
        shadow = new Shadow<>(
                models,
                new ParrotAnswering(),
                aviary.family(),
                Aviary.PROPERTIES,
                Clock.fixed(NOON, ZoneOffset.UTC),
                meters);
    }

    @AfterEach
    void end() {
        gate.countDown();
        shadow.close();
    }

    @Test
    void givenNoChallenger_whenAskedFor_thenTheReportNamesTheChampionAlone() {
        follow("c1", "hello");

        assertThat(shadow.report(CAMPAIGN, 9)).isEqualTo(ShadowReport.ofNothing(CAMPAIGN, "v1"));
        assertThat(shadow.report("space-trip", 9)).isEqualTo(ShadowReport.ofNothing("space-trip", null));
    }

    @Test
    void givenAChallenger_whenTurnsWereAnswered_thenItIsCountedAndTheFirstDivergenceOfEachConversationIsTold() {
        challenge(new Parrot(Map.of("hello", "greeting", "yes", "order", "no", "back")));

        follow("c1", "hello");
        follow("c1", "yes");
        follow("c1", "no");
        follow("c2", "no");
        awaitCompared(4);

        ShadowReport report = shadow.report(CAMPAIGN, 9);
        assertThat(report)
                .returns("v1", ShadowReport::champion)
                .returns("v2", ShadowReport::challenger)
                .returns(NOON, ShadowReport::since)
                .returns(1L, ShadowReport::agreed)
                .returns(0.25, ShadowReport::agreement);
        assertThat(report.divergences())
                .containsExactly(
                        new Divergence(
                                "c2",
                                "r-c2-no",
                                "turn-no",
                                "ask-design",
                                NOON,
                                new Said("cancelled", 1),
                                new Said("back", 1)),
                        new Divergence(
                                "c1",
                                "r-c1-yes",
                                "turn-yes",
                                "ask-design",
                                NOON,
                                new Said("payment", 1),
                                new Said("order", 1)));
        assertThat(shadow.report(CAMPAIGN, 1).divergences()).hasSize(1);
        assertThat(JsonMapper.shared().writeValueAsString(report)).doesNotContain("hello");
        assertThat(meters.get("parrot.challenger")
                        .tags("campaign", CAMPAIGN, "version", "v2", "agrees", "false")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void givenAnotherChallenger_whenItTakesOver_thenTheCountBeginsAnew() {
        challenge(Parrot.taught("hello", "payment"));
        follow("c1", "hello");
        awaitCompared(1);

        challenge(Parrot.taught("hello", "greeting"));

        assertThat(shadow.report(CAMPAIGN, 9))
                .returns("v3", ShadowReport::challenger)
                .returns(0L, ShadowReport::compared)
                .returns(null, ShadowReport::agreement);
        follow("c1", "hello");
        awaitCompared(1);
        assertThat(shadow.report(CAMPAIGN, 9).agreed()).isEqualTo(1);

        aviary.registry().challenge(CAMPAIGN, null);
        models.refresh(CAMPAIGN);
        assertThat(shadow.report(CAMPAIGN, 9).challenger()).isNull();
    }

    @Test
    void givenAChallengerThatIsTooSlow_whenMoreTurnsComeThanMayWait_thenTheRestIsDroppedAndNobodyWaits() {
        Shadow<Parrot, Request, Reply> slow = new Shadow<>(
                models, new Gated(), aviary.family(), Aviary.PROPERTIES, Clock.fixed(NOON, ZoneOffset.UTC), meters);
        challenge(Parrot.taught("hello", "greeting"));
        follow(slow, "c0", "hello");
        await().until(() ->
                meters.get("parrot.challenger.waiting").gauges().stream().allMatch(gauge -> gauge.value() == 0));

        for (int turn = 1; turn <= 10; turn++) {
            follow(slow, "c" + turn, "hello");
        }

        assertThat(slow.report(CAMPAIGN, 9).dropped()).isEqualTo(6);
        gate.countDown();
        await().untilAsserted(
                        () -> assertThat(slow.report(CAMPAIGN, 9).compared()).isEqualTo(5));
        assertThat(meters.get("parrot.challenger.dropped").counter().count()).isEqualTo(6);
        slow.close();
    }

    @Test
    void givenAChallengerThatBreaks_whenTurnsGoOn_thenItIsCountedAndTheOthersAreCompared() {
        challenge(Parrot.taught("hello", "greeting"));

        follow("c1", ParrotAnswering.BONE);
        follow("c1", "hello");
        awaitCompared(1);

        assertThat(shadow.report(CAMPAIGN, 9)).returns(1L, ShadowReport::failed).returns(1L, ShadowReport::agreed);
    }

    @Test
    void givenMoreConversationsThanAreRemembered_whenTheyPart_thenTheLatestAreKeptAndTheCountIsExact() {
        ShadowTally tally = new ShadowTally(CAMPAIGN, "v1", "v2", NOON);
        int all = ShadowTally.REMEMBERED + 5;
        for (int i = 0; i < all; i++) {
            tally.diverged(new Divergence("c" + i, "r", null, "s", NOON, new Said("a", 1), new Said("b", 1)));
        }

        ShadowReport report = tally.report(Integer.MAX_VALUE);

        assertThat(report.compared()).isEqualTo(all);
        assertThat(report.divergences()).hasSize(ShadowTally.REMEMBERED);
        assertThat(report.divergences().getFirst().conversationId()).isEqualTo("c" + (all - 1));
    }

    private void activate(String version) {
        aviary.registry().activate(CAMPAIGN, version);
        models.refresh(CAMPAIGN);
    }

    private void challenge(Parrot parrot) {
        aviary.registry().challenge(CAMPAIGN, aviary.publish(CAMPAIGN, parrot));
        models.refresh(CAMPAIGN);
    }

    private void follow(String conversation, String text) {
        follow(shadow, conversation, text);
    }

    private void follow(Shadow<Parrot, Request, Reply> to, String conversation, String text) {
        ServedModel<Parrot> champion = models.champion(CAMPAIGN).orElseThrow();
        Request request =
                new Request("r-" + conversation + "-" + text, conversation, CAMPAIGN, "ask-design", text, NOON, null);
        Reply reply = new Reply(
                request.requestId(), champion.model().labels().getOrDefault(text, "nothing"), champion.name(), null);
        to.follow(new Answered<>(request, reply, champion), "turn-" + text);
    }

    private void awaitCompared(long turns) {
        await().untilAsserted(
                        () -> assertThat(shadow.report(CAMPAIGN, 0).compared()).isEqualTo(turns));
    }

    /** Answers when the gate is open. */
    private final class Gated extends ParrotAnswering {

        @Override
        public Reply answer(Request request, ServedModel<Parrot> served, long since) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return super.answer(request, served, since);
        }
    }
}
