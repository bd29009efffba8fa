package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.orderflow.GiftCards;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.session.Session.Awaiting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChoicesTest {

    private final Stage stage = new Stage(GiftCards.campaign());

    @Test
    void givenAChoice_whenItMayBeLeftOut_thenNoneOfItCanBeClickedToo() {
        assertThat(choices("ask-design", Map.of())).containsExactly("a flowers", "a rocket");
        assertThat(choices("ask-design", Map.of("design", List.of("rocket"))))
                .containsExactly("a note", "a seal", "No, thanks");
    }

    @Test
    void givenAReadBackOrAQuestionBesideTheFlow_whenAsked_thenYesAndNoCanBeClicked() {
        assertThat(choices("confirm-order", Map.of())).containsExactly("Yes", "No");
        Scene asked = stage.scene("ask-design", List.of(), Map.of());
        asked.await(Awaiting.CALL_BACK_CONSENT);
        assertThat(Choices.of(asked, new BucketRenderer())).containsExactly("Yes", "No");
    }

    @Test
    void givenAnOpenQuestionOrTheEnd_whenAsked_thenNothingCanBeClicked() {
        assertThat(choices("ask-quantity", Map.of())).isEmpty();
        assertThat(choices("completed", Map.of())).isEmpty();
    }

    private List<String> choices(String state, Map<String, List<String>> known) {
        return Choices.of(stage.scene(state, List.of(), known), new BucketRenderer());
    }
}
