package io.parley.orderflow.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.campaign.CampaignReader;
import io.parley.campaign.Reading;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.privacy.MaskedText;
import io.parley.contracts.review.ReviewBatch;
import io.parley.contracts.review.ReviewExport;
import io.parley.contracts.review.ReviewItem;
import io.parley.contracts.review.ReviewReason;
import io.parley.contracts.review.ReviewVerdict;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.secret.Vaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From the turn that is worth a look to the row that is learnt. */
@ExtendWith(OutputCaptureExtension.class)
class ReviewDeskTest {

    private static final String CAMPAIGN = "gift-card";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ReviewVerdict APPROVE = new ReviewVerdict("approve", null, null);

    private final JdbcDataSource source = new JdbcDataSource();
    private final JdbcClient database = JdbcClient.create(source);
    private final Reviews reviews = reviews(1, NOON);

    @TempDir
    private Path folder;

    private ReviewDesk desk;

    @BeforeEach
    void openDesk() throws IOException {
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(source).load().migrate();
        Path campaign = Files.createDirectory(folder.resolve(CAMPAIGN));
        for (String file : List.of("flow.yaml", "facts.yaml", "utterances.csv")) {
            Files.copy(Path.of("..", "campaign", "src", "test", "resources", CAMPAIGN, file), campaign.resolve(file));
        }
        Files.writeString(
                campaign.resolve("held-out.csv"),
                "session,text,label,state,fact\nh1,Flowers! Now,ask-quantity,ask-design,\n");
        desk = new ReviewDesk(
                CampaignFolders.in(folder),
                reviews,
                new ReviewBatches(database),
                transaction(),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void givenDoubtfulTurns_whenTheSameIsSaidAgain_thenItIsCountedAndComesFirstAndTheDatabaseHasNoWords() {
        reviews.record(turn("c-1", 1, "is it shiny", 0.6, ReviewReason.LOW_CONFIDENCE));
        reviews.record(turn("c-1", 2, "the pink one", 0.5, ReviewReason.LOW_CONFIDENCE));
        reviews.record(turn("c-2", 1, "The pink one!", 0.4, ReviewReason.HANDED_OFF));

        assertThat(open()).extracting(ReviewItem::text).containsExactly("the pink one", "is it shiny");
        assertThat(open().getFirst().count()).isEqualTo(2);
        assertThat(open().getFirst().reasons()).containsExactly(ReviewReason.LOW_CONFIDENCE, ReviewReason.HANDED_OFF);
        assertThat(open().getFirst().allowed()).contains("ask-quantity", "cancelled", "ask-design", "question");
        assertThat(database.sql("select sealed_text from reviews")
                        .query(String.class)
                        .list())
                .allMatch(text -> text.startsWith("sealed:"));
    }

    @Test
    void givenATurnThatIsPlayedAgain_whenRecorded_thenItIsCountedOnce() {
        reviews.record(turn("c-1", 1, "is it shiny", 0.6, ReviewReason.LOW_CONFIDENCE));
        reviews.record(turn("c-1", 1, "is it shiny", 0.6, ReviewReason.LOW_CONFIDENCE));

        assertThat(open()).singleElement().extracting(ReviewItem::count).isEqualTo(1);
    }

    @Test
    void givenAnAmbiguousUtterance_whenTheCustomerChose_thenThatIsTheProposalAndLaterGuessesDoNotChangeIt() {
        reviews.record(turn("c-1", 1, "how about flowers", 0.6, ReviewReason.AMBIGUOUS));
        reviews.record(proposing("c-1", 1, "how about flowers", "question", ReviewReason.CHOSEN));
        reviews.record(turn("c-2", 1, "how about flowers", 0.6, ReviewReason.LOW_CONFIDENCE));

        assertThat(open()).singleElement().satisfies(item -> {
            assertThat(item.proposed()).isEqualTo("question");
            assertThat(item.count()).isEqualTo(2);
        });
    }

    @Test
    void givenUtterances_whenDecided_thenOnlyTheOpenOnesWaitAndThePagesAreCut() {
        for (int i = 1; i <= 3; i++) {
            reviews.record(turn("c-" + i, 1, "text number " + i, 0.1 * i, ReviewReason.LOW_CONFIDENCE));
        }
        long first = open().getFirst().id();

        assertThat(desk.page(CAMPAIGN, ReviewStatus.OPEN, 1, 1).items())
                .singleElement()
                .extracting(ReviewItem::text)
                .isEqualTo("text number 2");
        assertThat(desk.decide(CAMPAIGN, first, new ReviewVerdict("dismiss", null, null))
                        .status())
                .isEqualTo("dismissed");
        assertThat(desk.page(CAMPAIGN, ReviewStatus.OPEN, 0, 50).total()).isEqualTo(2);
    }

    @Test
    void givenALabelThatTheStateCannotLeadTo_whenGiven_thenItIsRefusedWithWhatIsAllowed() {
        long id = queued("the pink one");

        assertRefused(id, new ReviewVerdict("relabel", "payment", null), Fault.REVIEW_REFUSED);
        assertRefused(id, new ReviewVerdict("relabel", "nowhere", null), Fault.REVIEW_REFUSED);
        assertRefused(id, new ReviewVerdict("relabel", "ask-quantity", "delivery-time"), Fault.REVIEW_REFUSED);
        assertRefused(id, new ReviewVerdict("relabel", "question", "no-such-fact"), Fault.REVIEW_REFUSED);
        assertRefused(id, new ReviewVerdict("relabel", null, null), Fault.REQUEST_INVALID);
        assertRefused(id, new ReviewVerdict("aprove", null, null), Fault.REQUEST_INVALID);
        assertRefused(id + 1, APPROVE, Fault.REVIEW_NOT_FOUND);
        assertThat(open()).hasSize(1);
    }

    @Test
    void givenWordsThatAreHeldOut_whenApproved_thenTheyAreRefusedAndMarked() {
        long id = queued("flowers now");

        assertThat(open().getFirst().heldOut()).isTrue();
        assertRefused(id, APPROVE, Fault.REVIEW_REFUSED);
    }

    @Test
    void givenApprovedUtterances_whenExported_thenTheCampaignsReaderTakesTheRowsAndTheQueueIsEmpty()
            throws IOException {
        long approved = queued("the pink, \"nice\" one");
        long question = queued("when is it here");
        desk.decide(CAMPAIGN, approved, APPROVE);
        desk.decide(CAMPAIGN, question, new ReviewVerdict("relabel", "question", "delivery-time"));

        ReviewExport export = desk.batch(CAMPAIGN, "v1");

        assertThat(export.rows()).hasSize(2);
        assertThat(export.csv()).isEqualTo("""
                        session,text,label,state,fact
                        review-%d,"the pink, ""nice"" one",ask-quantity,ask-design,
                        review-%d,when is it here,question,ask-design,delivery-time
                        """.formatted(approved, question));
        assertThatThrownBy(() -> desk.batch(CAMPAIGN, "v1")).hasMessageContaining("no approved utterance");
        assertRefused(approved, APPROVE, Fault.REVIEW_REFUSED);
        assertThat(desk.exported(CAMPAIGN, 1).csv()).isEqualTo(export.csv());
        assertThat(desk.batches(CAMPAIGN)).containsExactly(new ReviewBatch(1, 2, 1, NOON, "v1", null));

        Path rows = folder.resolve(CAMPAIGN).resolve("utterances.csv");
        Files.writeString(rows, export.csv().substring(export.csv().indexOf('\n') + 1), StandardOpenOption.APPEND);

        Reading reading = CampaignReader.read(folder.resolve(CAMPAIGN));
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.examples())
                .filteredOn(example -> example.session().startsWith("review-"))
                .hasSize(2);
        assertThat(desk.batches(CAMPAIGN).getFirst().inCampaignSince())
                .isEqualTo(Files.getLastModifiedTime(rows).toInstant().truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void givenOldUtterances_whenTheirRetentionIsOver_thenTheyAreForgotten() {
        queued("the pink one");
        Reviews later = reviews(1, NOON.plus(Duration.ofDays(91)));

        assertThat(later.with(CAMPAIGN, ReviewStatus.OPEN)).isEmpty();
        later.forgetOld();
        assertThat(database.sql("select count(*) from reviews")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from review_sightings")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void givenADatabaseThatRefuses_whenATurnIsRecorded_thenItGoesOnAndNoWordIsLogged(CapturedOutput output) {
        database.sql("drop table reviews").update();

        assertThatCode(() -> reviews.record(turn("c-1", 1, "zebras", 0.6, ReviewReason.LOW_CONFIDENCE)))
                .doesNotThrowAnyException();

        assertThat(output).contains("could not be queued").doesNotContain("zebras");
    }

    @Test
    void givenAnotherKey_whenRead_thenWhatCannotBeOpenedIsLeftOut(CapturedOutput output) {
        queued("the pink one");

        assertThat(reviews(2, NOON).with(CAMPAIGN, ReviewStatus.OPEN)).isEmpty();
        assertThat(output).contains("parley.secrets.key changed");
    }

    private void assertRefused(long id, ReviewVerdict verdict, Fault fault) {
        assertThatThrownBy(() -> desk.decide(CAMPAIGN, id, verdict))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private long queued(String text) {
        reviews.record(turn("c-" + text.length(), 1, text, 0.5, ReviewReason.LOW_CONFIDENCE));
        return open().stream()
                .filter(item -> item.text().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<ReviewItem> open() {
        return desk.page(CAMPAIGN, ReviewStatus.OPEN, 0, 50).items();
    }

    private static DoubtfulTurn turn(
            String conversation, int turn, String text, double uncertainty, ReviewReason reason) {
        return new DoubtfulTurn(
                conversation,
                turn,
                CAMPAIGN,
                "ask-design",
                new MaskedText(text),
                "ask-quantity",
                0.4,
                uncertainty,
                reason,
                NOON);
    }

    private static DoubtfulTurn proposing(
            String conversation, int turn, String text, String label, ReviewReason reason) {
        return new DoubtfulTurn(
                conversation, turn, CAMPAIGN, "ask-design", new MaskedText(text), label, 0, 1, reason, NOON);
    }

    private Reviews reviews(int key, Instant now) {
        return new Reviews(
                database,
                transaction(),
                Vaults.withKey(key),
                new ReviewProperties(Duration.ofDays(90)),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }
}
