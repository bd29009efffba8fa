package io.parley.orderflow.turn;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.desk.DeskChange;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.handoff.DeskDatabase;
import io.parley.orderflow.handoff.DeskFeed;
import io.parley.orderflow.handoff.HandOffQueue;
import io.parley.orderflow.handoff.HandOffRow;
import io.parley.orderflow.handoff.HandOffState;
import io.parley.orderflow.handoff.SetClock;
import io.parley.orderflow.order.RefundsIn;
import io.parley.orderflow.pitch.FactsToldIn;
import io.parley.orderflow.policy.PolicyProperties;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.secret.Vaults;
import io.parley.session.Exchange;
import io.parley.session.RedisSessionStore;
import io.parley.session.Session;
import io.parley.session.Session.HandOff;
import io.parley.session.SessionProperties;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisServer;
import tools.jackson.databind.json.JsonMapper;

/** What people at the desk do to a conversation, on the real Redis. */
class DeskTurnsTest {

    private static RedisServer server;
    private static LettuceConnectionFactory connections;
    private static @Nullable StringRedisTemplate redis;

    private final Campaigns campaigns = CampaignFolders.giftCard();
    private final SetClock clock = new SetClock(Stage.NOON);
    private final DeskDatabase database = new DeskDatabase(clock);
    private final HandOffQueue queue = database.queue();
    private final RedisSessionStore sessions =
            new RedisSessionStore(redis(), JsonMapper.shared(), new SessionProperties(Duration.ofHours(1)));
    private final DeskFeed feed = DeskDatabase.feed(redis());
    private final DeskTurns turns = turns();
    private final String conversation = UUID.randomUUID().toString();
    private final String id = conversation + ".3";

    @BeforeAll
    static void startRedis() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new RedisServer(port);
        server.start();
        connections = new LettuceConnectionFactory("127.0.0.1", port);
        connections.afterPropertiesSet();
        connections.start();
        redis = new StringRedisTemplate(connections);
    }

    private static StringRedisTemplate redis() {
        return requireNonNull(redis, "started before the first test");
    }

    @AfterAll
    static void stopRedis() throws IOException {
        connections.destroy();
        server.stop();
    }

    @BeforeEach
    void aCustomerWaits() {
        sessions.save(session(HandOff.waiting(id, clock.instant())), null, List.of());
        queue.enter(id, conversation, "gift-card", clock.instant());
    }

    @Test
    void givenACustomerWhoWaits_whenSomebodyTakesThem_thenTheyAreToldWhoItIs() {
        clock.passes(Duration.ofSeconds(30));
        turns.take(row(), "Anna");
        turns.take(row(), "Anna");

        assertThat(transcript()).singleElement().satisfies(said -> {
            assertThat(said.reply()).contains("Anna is here");
            assertThat(said.said()).isNull();
            assertThat(said.by()).as("we say so, not she").isNull();
            assertThat(said.choices()).isEmpty();
        });
        assertThat(session().handOff()).isEqualTo(new HandOff(id, "Anna", clock.instant(), false));
        assertThat(row().state()).isEqualTo(HandOffState.TAKEN);
        assertThat(database.usualWait().median()).contains(Duration.ofSeconds(30));
    }

    @Test
    void givenACustomerWhoIsTaken_whenSomebodyElseActs_thenTheyAreRefused() {
        assertFault(Fault.HAND_OFF_NOT_YOURS, () -> turns.reply(row(), "Anna", "r1", "Hello"));
        turns.take(row(), "Anna");

        assertFault(Fault.HAND_OFF_NOT_YOURS, () -> turns.take(row(), "Ben"));
        assertFault(Fault.HAND_OFF_NOT_YOURS, () -> turns.reply(row(), "Ben", "r1", "Hello"));
        assertFault(Fault.HAND_OFF_NOT_YOURS, () -> turns.giveBack(row(), "Ben", Map.of()));
        assertFault(Fault.HAND_OFF_NOT_YOURS, () -> turns.close(row(), "Ben", "ended"));
    }

    @Test
    void givenAPerson_whenTheSameReplyIsSentTwice_thenItIsSaidOnceAndAnotherTextIsRefused() {
        turns.take(row(), "Anna");
        turns.reply(row(), "Anna", "r1", "Hello, what can I do?");
        long version = session().version();

        turns.reply(row(), "Anna", "r1", "Hello, what can I do?");
        assertFault(Fault.TURN_ID_REUSED, () -> turns.reply(row(), "Anna", "r1", "Good-bye"));

        assertThat(session().version()).isEqualTo(version);
        assertThat(transcript()).hasSize(2);
        assertThat(transcript().getLast().reply()).isEqualTo("Hello, what can I do?");
        assertThat(transcript().getLast().by()).isEqualTo("Anna");
        assertThat(session().turn()).as("a customer's turns alone are counted").isEqualTo(3);
    }

    @Test
    void givenAPerson_whenTheCustomerIsReturned_thenTheVeryStateIsAskedAgainAndTheSameAgainChangesNothing() {
        turns.take(row(), "Anna");
        HandOffRow taken = row();
        turns.giveBack(taken, "Anna", Map.of());
        turns.giveBack(taken, "Anna", Map.of());

        assertThat(transcript()).hasSize(2);
        assertThat(transcript().getLast().reply()).contains("Anna has handed you back", "Which design");
        assertThat(session().state()).isEqualTo("ask-design");
        assertThat(session().handOff()).isNull();
        assertThat(row().state()).isEqualTo(HandOffState.RETURNED);
        assertFault(Fault.HAND_OFF_ENDED, () -> turns.reply(row(), "Anna", "r9", "One more thing"));
    }

    @Test
    void givenWhatAPersonFoundOut_whenTheCustomerIsReturned_thenTheFlowGoesOnBehindIt() {
        turns.take(row(), "Anna");

        turns.giveBack(row(), "Anna", Map.of("design", "the rocket"));

        assertThat(session().slots()).containsEntry("design", List.of("rocket"));
        assertThat(session().state()).isEqualTo("ask-quantity");
        assertThat(transcript().getLast().reply()).contains("How many, a rocket cards?");
    }

    @Test
    void givenValuesThatSlotsCannotHave_whenTheCustomerIsReturned_thenAllAreToldAndNothingChanges() {
        turns.take(row(), "Anna");

        assertThatThrownBy(() -> turns.giveBack(
                        row(),
                        "Anna",
                        Map.of("quantity", "900", "desing", "rocket", "card_number", "4539 1488 0343 6467")))
                .isInstanceOfSatisfying(FaultException.class, refused -> {
                    assertThat(refused.fault()).isEqualTo(Fault.SLOT_VALUE_INVALID);
                    assertThat(refused.problems())
                            .hasSize(3)
                            .anySatisfy(problem -> assertThat(problem).contains("'quantity'", "too-high"))
                            .anySatisfy(problem -> assertThat(problem).contains("'desing' is no slot"))
                            .anySatisfy(problem -> assertThat(problem).contains("'card_number' is never kept"));
                });
        assertThat(session().handOff()).isNotNull();
        assertThat(transcript()).hasSize(1);
    }

    @Test
    void givenAPerson_whenTheyCloseTheConversation_thenItHasEnded() {
        turns.take(row(), "Anna");
        HandOffRow taken = row();
        turns.close(taken, "Anna", "lost");
        turns.close(taken, "Anna", "lost");

        assertThat(session().outcome()).isEqualTo("lost");
        assertThat(session().handOff()).isNull();
        assertThat(transcript()).hasSize(2);
        assertThat(row().state()).isEqualTo(HandOffState.CLOSED);
        assertThat(row().outcome()).isEqualTo("lost");
    }

    @Test
    void givenAPersonWhoLeaves_whenTheirCustomerIsFreed_thenTheyAreFirstAndToldSo() {
        queue.enter("another", "c-2", "gift-card", clock.instant().minusSeconds(60));
        turns.take(row(), "Anna");

        turns.free(row());

        assertThat(transcript().getLast().reply()).contains("Anna had to leave", "number 1");
        assertThat(session().handOff()).isEqualTo(HandOff.waiting(id, clock.instant()));
        assertThat(queue.place(id)).isEqualTo(1);
        assertFault(Fault.HAND_OFF_NOT_YOURS, () -> turns.reply(row(), "Anna", "r1", "I am back"));
    }

    @Test
    void givenACustomerWhoWaitsLong_whenOffered_thenTheyAreToldOnceWhatElseThereIs() {
        turns.offer(row());
        turns.offer(row());

        assertThat(transcript())
                .singleElement()
                .satisfies(said -> assertThat(said.reply()).contains("Shall a colleague call you instead?"));
        assertThat(session().awaiting()).isEqualTo(Session.Awaiting.CALL_BACK_CONSENT);
        assertThat(session().handOff()).isNotNull();
    }

    @Test
    void givenACustomerWhoWaitsInVain_whenTimeIsOver_thenTheyAreWithTheBotAgain() {
        turns.timeOut(row());

        assertThat(session().handOff()).isNull();
        assertThat(session().state()).isEqualTo("ask-design");
        assertThat(row().state()).isEqualTo(HandOffState.TIMED_OUT);
        assertFault(Fault.HAND_OFF_ENDED, () -> turns.take(row(), "Anna"));
    }

    @Test
    void givenACustomerWhoHasLeft_whenTheDeskLooks_thenTheirRowIsPutRight() {
        Session before = session();
        Session gone = new Session(
                before.contact(),
                before.version() + 1,
                before.turn(),
                before.state(),
                before.path(),
                before.slots(),
                before.memory(),
                null,
                null,
                "ended",
                null,
                clock.instant());
        sessions.save(gone, null, List.of());
        clock.passes(Duration.ofMinutes(5));

        turns.offer(row());

        assertThat(row().state()).isEqualTo(HandOffState.WITHDRAWN);
        assertThat(transcript()).isEmpty();
    }

    @Test
    void givenSomebodyWhoFollowsTheDesk_whenAPersonWrites_thenTheyHearWhatWasSaidByItsId() throws InterruptedException {
        String from = feed.after("", Duration.ZERO).next();
        turns.take(row(), "Anna");
        turns.reply(row(), "Anna", "r1", "Hello");

        assertThat(feed.after(from, Duration.ofSeconds(5)).changes())
                .contains(new DeskChange(conversation, id, "agent:r1"));
        assertThat(feed.after(feed.after("", Duration.ZERO).next(), Duration.ofMillis(1))
                        .changes())
                .isEmpty();
    }

    private DeskTurns turns() {
        PolicyProperties policy = new PolicyProperties(Duration.ofMillis(800), 6, 3, 3);
        BucketRenderer buckets = new BucketRenderer();
        return new DeskTurns(
                campaigns,
                sessions,
                new OneWriter(),
                new TurnPlayer(buckets, policy),
                new Curtain(buckets, Vaults.withKey(1)),
                buckets,
                queue,
                database.desks(),
                feed,
                RefundsIn.database(database.source(), clock),
                FactsToldIn.database(database.client(), clock),
                clock);
    }

    private Session session(HandOff wish) {
        return new Session(
                new Session.Contact(
                        conversation,
                        "hash",
                        "gift-card",
                        campaigns.offered("gift-card").campaign().version(),
                        "chat",
                        7,
                        Stage.NOON),
                1,
                3,
                "ask-design",
                List.of("greeting"),
                Map.of(),
                Session.SpokenMemory.EMPTY,
                null,
                null,
                null,
                null,
                Stage.NOON,
                wish);
    }

    private Session session() {
        return sessions.load(conversation).orElseThrow();
    }

    private List<Exchange> transcript() {
        return sessions.transcript(conversation);
    }

    private HandOffRow row() {
        return queue.find(id).orElseThrow();
    }

    private static void assertFault(Fault fault, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }
}
