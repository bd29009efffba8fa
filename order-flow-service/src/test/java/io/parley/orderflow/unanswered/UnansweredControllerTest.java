package io.parley.orderflow.unanswered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.privacy.MaskedText;
import io.parley.contracts.question.UnansweredQuestion;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.secret.Vaults;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class UnansweredControllerTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final JdbcDataSource source = new JdbcDataSource();
    private final UnansweredQuestions questions = new UnansweredQuestions(
            JdbcClient.create(source),
            Vaults.withKey(1),
            new UnansweredProperties(Duration.ofDays(90)),
            Clock.fixed(NOON, ZoneOffset.UTC));
    private final UnansweredController controller = new UnansweredController(CampaignFolders.giftCard(), questions);

    @BeforeEach
    void createSchema() {
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(source).load().migrate();
    }

    @Test
    void givenAGroupOfQuestions_whenDismissedByItsIds_thenOnlyTheOthersAreLeft() {
        for (String text : List.of("first", "second", "third")) {
            questions.record(new AskedInVain("c-1", text, "gift-card", "ask-design", new MaskedText(text), NOON));
        }
        String firstTwo = controller.latest("gift-card").stream()
                .limit(2)
                .map(question -> String.valueOf(question.id()))
                .collect(Collectors.joining(","));

        controller.dismiss("gift-card", firstTwo);

        assertThat(controller.latest("gift-card"))
                .extracting(UnansweredQuestion::text)
                .containsExactly("third");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "1,", "1;2", "-1", "9999999999999999", "1 or 1=1"})
    void givenSomethingElseThanIds_whenDismissed_thenTheRefusalSaysWhatToWrite(String ids) {
        assertThatThrownBy(() -> controller.dismiss("gift-card", ids))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.REQUEST_INVALID))
                .hasMessageContaining("12,15,16");
    }

    @Test
    void givenNoSuchCampaign_whenAsked_thenTheFaultSaysSo() {
        assertThatThrownBy(() -> controller.latest("gift-crad"))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.CAMPAIGN_NOT_FOUND));
    }
}
