package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.contracts.model.AnswerReply;
import io.parley.orderflow.flow.FlowMachine;
import io.parley.orderflow.flow.FlowRun;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.policy.PolicyProperties;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.turn.TurnPlayer.Played;
import io.parley.session.Session;
import io.parley.session.Session.Awaiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets scenes of a campaign at noon on Monday, 2 March 2026, and plays turns on them. */
final class Stage {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Extraction NOTHING = new Extraction(Map.of(), Map.of());

    private final Campaign campaign;
    private final FlowMachine machine;
    private final TurnPlayer player =
            new TurnPlayer(new BucketRenderer(), new PolicyProperties(Duration.ofMillis(800), 6, 3, 3));

    Stage(Campaign campaign) {
        this.campaign = campaign;
        this.machine = new FlowMachine(campaign);
    }

    TurnPlayer player() {
        return player;
    }

    Scene scene(String state, List<String> path, Map<String, List<String>> slots) {
        return scene("chat", state, path, slots);
    }

    /** @param channel where the customer came in */
    Scene scene(String channel, String state, List<String> path, Map<String, List<String>> slots) {
        return scene(channel, state, path, slots, 0, NOON, null);
    }

    /** A scene in which the customer was asked something beside the flow. */
    Scene scene(String state, List<String> path, Map<String, List<String>> slots, Awaiting asked) {
        return scene(state, path, slots, 1, NOON, asked);
    }

    /**
     * @param turn how many turns there were
     * @param now when the next one is taken
     */
    Scene scene(
            String state,
            List<String> path,
            Map<String, List<String>> slots,
            int turn,
            Instant now,
            @Nullable Awaiting asked) {
        return scene("chat", state, path, slots, turn, now, asked);
    }

    /** A scene before which the customer said something. */
    Scene sceneAfter(String state, List<Session.Heard> recent, Map<String, List<String>> slots) {
        return sceneAfter(state, recent, slots, null);
    }

    /** A scene before which the customer said something and was asked which of two things it meant. */
    Scene sceneAfter(
            String state, List<Session.Heard> recent, Map<String, List<String>> slots, Session.@Nullable Which asked) {
        Session.SpokenMemory memory = new Session.SpokenMemory(Map.of(), List.of(), List.of(), recent, 0, asked);
        return scene("chat", state, List.of("greeting"), slots, recent.size(), NOON, null, memory);
    }

    private Scene scene(
            String channel,
            String state,
            List<String> path,
            Map<String, List<String>> slots,
            int turn,
            Instant now,
            @Nullable Awaiting asked) {
        return scene(channel, state, path, slots, turn, now, asked, Session.SpokenMemory.EMPTY);
    }

    private Scene scene(
            String channel,
            String state,
            List<String> path,
            Map<String, List<String>> slots,
            int turn,
            Instant now,
            @Nullable Awaiting asked,
            Session.SpokenMemory memory) {
        @Nullable String none = null;
        Session session = new Session(
                new Session.Contact("c-1", "hash", campaign.id(), campaign.version(), channel, 7, NOON),
                1,
                turn,
                state,
                path,
                slots,
                memory,
                asked,
                none,
                none,
                none,
                NOON);
        return new Scene(campaign, session, now);
    }

    void advance(Scene scene, String to, Map<String, List<String>> values) {
        play(scene, new Decision.Advance(to), new Extraction(values, Map.of()));
    }

    Played play(Scene scene, Decision decision, Extraction heard) {
        return play(scene, decision, "words", heard, Optional.empty());
    }

    Played play(Scene scene, Decision decision, String said, Extraction heard, Optional<AnswerReply> answer) {
        try (FlowRun run = machine.at(scene.state().id())) {
            Played played = player.play(scene, run, decision, Words.of(said), heard, answer);
            assertThat(run.state()).isEqualTo(scene.state().id());
            return played;
        }
    }

    Optional<String> playAside(Scene scene, Awaiting asked, Aside aside) {
        try (FlowRun run = machine.at(scene.state().id())) {
            return player.playAside(scene, run, asked, aside);
        }
    }

    void settle(Scene scene, String to, PaymentResult result) {
        try (FlowRun run = machine.at(scene.state().id())) {
            player.settle(scene, run, to, result);
        }
    }
}
