package io.parley.orderflow.unanswered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.contracts.privacy.MaskedText;
import io.parley.contracts.question.UnansweredQuestion;
import io.parley.orderflow.secret.Vaults;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class UnansweredQuestionsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String WORDS = "do zebras get a discount";

    private final JdbcDataSource source = new JdbcDataSource();
    private final JdbcClient database = JdbcClient.create(source);
    private final UnansweredQuestions questions = questions(1, NOON);

    @BeforeEach
    void createSchema() {
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(source).load().migrate();
    }

    @Test
    void givenAQuestionThatNoFactAnswers_whenRecorded_thenOperatorsCanReadItAndTheDatabaseCannot() {
        questions.record(asked("c-1", "t-1", WORDS, NOON));

        assertThat(questions.latest("gift-card")).singleElement().satisfies(question -> {
            assertThat(question.text()).isEqualTo(WORDS);
            assertThat(question.conversationId()).isEqualTo("c-1");
            assertThat(question.state()).isEqualTo("ask-design");
            assertThat(question.askedAt()).isEqualTo(NOON);
        });
        assertThat(stored()).singleElement().asString().startsWith("sealed:").doesNotContain("zebras");
    }

    @Test
    void givenATurnThatIsPlayedAgain_whenItsQuestionIsRecorded_thenItIsThereOnce() {
        questions.record(asked("c-1", "t-1", WORDS, NOON));
        questions.record(asked("c-1", "t-1", WORDS, NOON.plusSeconds(1)));
        questions.record(asked("c-1", "t-2", WORDS, NOON.plusSeconds(2)));
        questions.record(asked("c-2", "t-1", WORDS, NOON.plusSeconds(3)));

        assertThat(questions.latest("gift-card"))
                .extracting(UnansweredQuestion::askedAt)
                .containsExactly(NOON, NOON.plusSeconds(2), NOON.plusSeconds(3));
    }

    @Test
    void givenQuestions_whenSomeAreDismissed_thenTheOthersStayAndSoDoThoseOfOtherCampaigns() {
        questions.record(asked("c-1", "t-1", "first", NOON));
        questions.record(asked("c-1", "t-2", "second", NOON));
        List<UnansweredQuestion> all = questions.latest("gift-card");

        questions.dismiss("tea-box", Set.of(all.getFirst().id()));
        assertThat(questions.latest("gift-card")).hasSize(2);
        questions.dismiss("gift-card", Set.of(all.getFirst().id(), 999L));
        assertThat(questions.latest("gift-card"))
                .extracting(UnansweredQuestion::text)
                .containsExactly("second");
        assertThat(questions.latest("tea-box")).isEmpty();
    }

    @Test
    void givenAnOldQuestion_whenItsRetentionIsOver_thenItIsNeitherShownNorKept() {
        questions.record(asked("c-1", "t-1", "old", NOON));
        questions.record(asked("c-1", "t-2", "new", NOON.plus(Duration.ofDays(1))));
        UnansweredQuestions later = questions(1, NOON.plus(Duration.ofDays(90)).plusSeconds(1));

        assertThat(later.latest("gift-card"))
                .extracting(UnansweredQuestion::text)
                .containsExactly("new");
        assertThat(stored()).hasSize(2);
        later.forgetOld();
        assertThat(stored()).hasSize(1);
    }

    @Test
    void givenAnotherKey_whenRead_thenWhatCannotBeOpenedIsLeftOutAndTheLogSaysHowMuch(CapturedOutput output) {
        questions.record(asked("c-1", "t-1", "before", NOON));
        UnansweredQuestions rekeyed = questions(2, NOON);
        rekeyed.record(asked("c-1", "t-2", "after", NOON));

        assertThat(rekeyed.latest("gift-card"))
                .extracting(UnansweredQuestion::text)
                .containsExactly("after");
        assertThat(output).contains("parley.secrets.key changed");
    }

    @Test
    void givenADatabaseThatRefuses_whenAQuestionIsRecorded_thenTheTurnGoesOnAndNoWordIsLogged(CapturedOutput output) {
        database.sql("drop table unanswered_questions").update();

        assertThatCode(() -> questions.record(asked("c-1", "t-1", WORDS, NOON))).doesNotThrowAnyException();

        assertThat(output).contains("could not be recorded").doesNotContain("zebras");
    }

    @Test
    void givenAQuestion_whenPrinted_thenItsWordsAreNotThere() {
        questions.record(asked("c-1", "t-1", WORDS, NOON));

        assertThat(asked("c-1", "t-1", WORDS, NOON).toString()).doesNotContain("zebras");
        assertThat(questions.latest("gift-card").toString()).doesNotContain("zebras");
    }

    @Test
    void givenTheLongestUtterance_whenRecorded_thenItFits() {
        String longest = "漢".repeat(2_000);

        questions.record(asked("c-1", "t-1", longest, NOON));

        assertThat(questions.latest("gift-card"))
                .extracting(UnansweredQuestion::text)
                .containsExactly(longest);
    }

    private UnansweredQuestions questions(int key, Instant now) {
        return new UnansweredQuestions(
                database,
                Vaults.withKey(key),
                new UnansweredProperties(Duration.ofDays(90)),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<String> stored() {
        return database.sql("select sealed_text from unanswered_questions")
                .query(String.class)
                .list();
    }

    private static AskedInVain asked(String conversation, String turn, String words, Instant at) {
        return new AskedInVain(conversation, turn, "gift-card", "ask-design", new MaskedText(words), at);
    }
}
