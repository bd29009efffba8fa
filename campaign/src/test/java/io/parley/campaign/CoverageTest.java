package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.Coverage;
import io.parley.contracts.chat.Coverage.Part;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the example's one conversation test and its rows leave out. */
class CoverageTest {

    private static final Coverage COVERAGE = CampaignReader.read(Path.of("src/test/resources/gift-card"))
            .coverage()
            .orElseThrow();

    @Test
    void givenOneConversationTest_whenCovered_thenWhatItDoesNotNameIsListed() {
        Part tests = COVERAGE.tests();

        assertThat(tests.states().untouched())
                .containsExactly(
                        "ask-design",
                        "ask-quantity",
                        "offer-ribbon",
                        "confirm-order",
                        "payment",
                        "completed",
                        "cancelled");
        assertThat(tests.states().touched()).isEqualTo(3);
        assertThat(tests.transitions().untouched())
                .contains("ask-design -> ask-quantity", "greeting -> cancelled")
                .doesNotContain("greeting -> ask-design", "ask-delivery -> ask-buyer");
        assertThat(tests.ladders().untouched()).contains("no-input", "invalid in ask-design", "declined in payment");
        assertThat(tests.facts().untouched()).isEmpty();
        assertThat(tests.replies().untouched())
                .contains("payment: Your card number, please.")
                .doesNotContain("ask-buyer: May I have your name and e-mail?");
    }

    @Test
    void givenTheRows_whenCovered_thenWaysWithoutRowsAreListed() {
        Part training = COVERAGE.training();

        assertThat(training.states().untouched()).isEmpty();
        assertThat(training.transitions().untouched())
                .contains("greeting -> cancelled")
                .doesNotContain("confirm-order -> cancelled");
        assertThat(training.ladders().untouched()).contains("no-match in greeting");
        assertThat(training.facts().all()).isEqualTo(1);
    }
}
