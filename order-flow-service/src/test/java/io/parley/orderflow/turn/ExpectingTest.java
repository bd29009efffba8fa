package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.contracts.voice.Expected.Kind;
import io.parley.orderflow.GiftCards;
import io.parley.session.Session.Awaiting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a call waits for, and whether those who hear it may hear the answer. */
class ExpectingTest {

    private static final List<String> PATH = List.of("greeting");

    private final Campaign campaign = GiftCards.campaign();
    private final Stage stage = new Stage(campaign);

    @Test
    void givenTheStateThatAsksForTheCard_whenWaitedFor_thenItIsASecretAndMuted() {
        Expecting expecting =
                Expecting.of(campaign, stage.scene("payment", PATH, Map.of()).before());

        assertThat(expecting.kind()).isEqualTo(Kind.SECRET);
        assertThat(expecting.isMuted()).isTrue();
    }

    @Test
    void givenAQuestionBesideTheCard_whenWaitedFor_thenItIsMutedAllTheSame() {
        Expecting expecting = Expecting.of(
                campaign,
                stage.scene("payment", PATH, Map.of(), Awaiting.GIVE_UP_CONSENT).before());

        assertThat(expecting.kind()).isEqualTo(Kind.YES_NO);
        assertThat(expecting.isMuted()).isTrue();
    }

    @Test
    void givenAStateWithoutASecret_whenWaitedFor_thenItCanBeHeard() {
        Expecting expecting = Expecting.of(
                campaign, stage.scene("ask-quantity", PATH, Map.of()).before());

        assertThat(expecting.kind()).isEqualTo(Kind.NUMBER);
        assertThat(expecting.isMuted()).isFalse();
    }
}
