package io.parley.orderflow.pitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.campaign.Pitch;
import io.parley.contracts.order.OrderPlaced;
import io.parley.contracts.pitch.FactStatistics;
import io.parley.contracts.pitch.PitchStatistics;
import io.parley.contracts.pitch.SalesFigures;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.order.NewOrder;
import io.parley.orderflow.order.OrdersIn;
import io.parley.session.SessionProperties;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts told in conversations, and how these ended. */
class FactsToldTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final String FACT = "delivery-time";

    /** The pitch of the gift cards' only fact. */
    private static final Pitch PITCH = Pitch.anywhere("Order in the next hour and it still leaves today.");

    private static final PitchProperties PROPERTIES = new PitchProperties(true, Duration.ofDays(365));

    private final JdbcDataSource source = new JdbcDataSource();
    private final JdbcClient database = JdbcClient.create(source);
    private final SettableClock clock = new SettableClock();
    private final FactsTold facts = new FactsTold(database, PROPERTIES, new SessionProperties(A_WEEK), clock);
    private final FactStatisticsController controller = new FactStatisticsController(CampaignFolders.giftCard(), facts);

    @BeforeEach
    void createSchema() {
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(source).load().migrate();
    }

    @Test
    void givenConversationsThatEndedInEveryWay_whenAsked_thenEachCountsForTheFactAndThePitch() {
        for (String conversation : List.of("buys", "gives-up", "goes-on", "tests")) {
            tell(conversation, 1, Optional.of(PITCH.id()));
        }
        order("buys", false);
        facts.ended("buys");
        facts.ended("gives-up");
        order("tests", true);

        assertThat(controller.statistics("gift-card")).singleElement().satisfies(statistics -> {
            assertThat(statistics.fact()).isEqualTo(FACT);
            assertThat(statistics.figures()).satisfies(FactsToldTest::isOneOfTwoWithTwoPending);
            assertThat(statistics.pitches()).singleElement().satisfies(pitch -> {
                assertThat(pitch.pitch()).isEqualTo(PITCH.id());
                assertThat(pitch.say()).isEqualTo(PITCH.say());
                assertThat(pitch.figures()).satisfies(FactsToldTest::isOneOfTwoWithTwoPending);
            });
        });
    }

    @Test
    void givenAFactToldTwiceInAConversation_whenAsked_thenItCountsOnceAndEachPitchByItself() {
        tell("c-1", 1, Optional.of(PITCH.id()));
        tell("c-1", 4, Optional.of("0a1b2c3d4e5f"));
        tell("c-1", 5, Optional.empty());

        FactStatistics statistics = controller.statistics("gift-card").getFirst();

        assertThat(statistics.figures().shown()).isEqualTo(1);
        assertThat(statistics.pitches())
                .extracting(PitchStatistics::pitch)
                .containsExactly(PITCH.id(), "0a1b2c3d4e5f", null);
        assertThat(statistics.pitches()).extracting(PitchStatistics::say).containsExactly(PITCH.say(), null, null);
        assertThat(statistics.pitches())
                .allSatisfy(pitch -> assertThat(pitch.figures().shown()).isEqualTo(1));
    }

    @Test
    void givenATurnThatIsCountedAgain_whenAsked_thenNothingChanged() {
        tell("c-1", 1, Optional.of(PITCH.id()));
        tell("c-1", 1, Optional.of("0a1b2c3d4e5f"));

        assertThat(facts.byPitch("gift-card"))
                .containsExactly(Map.entry(new ToldWith(FACT, Optional.of(PITCH.id())), new Tally(1, 0, 0)));
    }

    @Test
    void givenAConversationThatWasLeft_whenItIsForgotten_thenItEndedWithoutAnOrderUnlessThereIsOne() {
        tell("left", 1, Optional.of(PITCH.id()));
        tell("buys-late", 1, Optional.of(PITCH.id()));
        order("buys-late", false);

        clock.now = NOON.plus(A_WEEK);
        assertThat(facts.byFact("gift-card")).containsEntry(FACT, new Tally(2, 1, 0));
        clock.now = NOON.plus(A_WEEK).plusSeconds(1);
        assertThat(facts.byFact("gift-card")).containsEntry(FACT, new Tally(2, 1, 1));
    }

    @Test
    void givenAFactThatIsNoLongerThere_whenAsked_thenWhatItWasWorthIsStillTold() {
        facts.record(new FactTold("c-1", 1, "gift-card", "old-fact", Optional.empty(), NOON));

        assertThat(controller.statistics("gift-card"))
                .extracting(FactStatistics::fact)
                .containsExactly(FACT, "old-fact");
        assertThat(controller.statistics("gift-card").getFirst().figures())
                .isEqualTo(new SalesFigures(0, 0, 0, 0, null, null, null));
    }

    @Test
    void givenAFactToldLongAgo_whenItsRetentionIsOver_thenItNeitherCountsNorStays() {
        tell("c-1", 1, Optional.empty());
        clock.now = NOON.plus(PROPERTIES.retention()).plusSeconds(1);

        assertThat(facts.byFact("gift-card")).isEmpty();
        facts.forgetOld();
        assertThat(database.sql("select count(*) from facts_told")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void givenASnapshot_whenMoreIsCountedWithinAMinute_thenItIsTheSameAndANewOneAfterwards() {
        PitchSnapshots snapshots = new PitchSnapshots(facts, PROPERTIES, clock);
        PitchOdds first = snapshots.odds("gift-card");

        clock.now = NOON.plusSeconds(59);
        assertThat(snapshots.odds("gift-card")).isSameAs(first);
        clock.now = NOON.plusSeconds(60);
        assertThat(snapshots.odds("gift-card")).isNotSameAs(first);
    }

    @Test
    void givenSamplingIsSwitchedOff_whenAPitchIsChosen_thenItIsInOrder() {
        PitchProperties off = new PitchProperties(false, PROPERTIES.retention());

        assertThat(new PitchSnapshots(facts, off, clock).odds("gift-card")).isSameAs(PitchOdds.IN_ORDER);
    }

    @Test
    void givenADatabaseThatRefuses_whenFactsAreToldAndPitchesChosen_thenTheTurnGoesOn() {
        PitchSnapshots snapshots = new PitchSnapshots(facts, PROPERTIES, clock);
        PitchOdds known = snapshots.odds("gift-card");
        database.sql("drop table facts_told").update();
        clock.now = NOON.plusSeconds(60);

        assertThatCode(() -> tell("c-1", 1, Optional.empty())).doesNotThrowAnyException();
        assertThatCode(() -> facts.ended("c-1")).doesNotThrowAnyException();
        assertThat(snapshots.odds("gift-card")).isSameAs(known);
        assertThat(snapshots.odds("tea-box")).isNotSameAs(PitchOdds.IN_ORDER);
    }

    private static void isOneOfTwoWithTwoPending(SalesFigures figures) {
        assertThat(figures.shown()).isEqualTo(4);
        assertThat(figures.ordered()).isEqualTo(1);
        assertThat(figures.notOrdered()).isEqualTo(1);
        assertThat(figures.pending()).isEqualTo(2);
        assertThat(figures.rate()).isEqualTo(0.5);
        assertThat(figures.lower()).isEqualTo(WilsonInterval.of(1, 2).lower());
        assertThat(figures.upper()).isEqualTo(WilsonInterval.of(1, 2).upper());
    }

    private void tell(String conversation, int turn, Optional<String> pitch) {
        facts.record(new FactTold(conversation, turn, "gift-card", FACT, pitch, NOON));
    }

    private void order(String conversation, boolean rehearsal) {
        OrderPlaced placed = new OrderPlaced(
                "P-" + conversation,
                conversation,
                "gift-card",
                NOON,
                List.of(),
                Map.of(),
                new BigDecimal("30.00"),
                "USD",
                "sandbox");
        OrdersIn.database(source).place(new NewOrder(placed, Map.of(), rehearsal));
    }

    /** Noon, until it is set. */
    private static final class SettableClock extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.fixed(now).withZone(zone);
        }
    }
}
