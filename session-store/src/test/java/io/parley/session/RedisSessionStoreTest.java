package io.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.event.DialogueEvent;
import io.parley.contracts.event.DialogueEvent.ConversationEnded;
import io.parley.contracts.privacy.MaskedText;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisServer;
import tools.jackson.databind.json.JsonMapper;

class RedisSessionStoreTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static RedisServer server;
    private static LettuceConnectionFactory connections;
    private static StringRedisTemplate redis;

    private static RedisSessionStore store;
    private static EventOutbox outbox;
    private static TurnOutbox turns;
    private final String id = UUID.randomUUID().toString();

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
        store = new RedisSessionStore(redis, new JsonMapper(), new SessionProperties(Duration.ofHours(1)));
        outbox = new EventOutbox(redis);
        turns = new TurnOutbox(redis, new JsonMapper());
    }

    @AfterAll
    static void stopRedis() throws IOException {
        connections.destroy();
        server.stop();
    }

    @Test
    void givenASavedSession_whenLoaded_thenItIsTheSame() {
        Session session = session(1, "ask-name");

        assertThat(store.save(session, exchange("t1"), List.of())).isTrue();

        assertThat(store.load(id)).contains(session);
        assertThat(store.transcript(id)).containsExactly(exchange("t1"));
        assertThat(redis.getExpire("parley:session:" + id)).isBetween(3500L, 3600L);
    }

    @Test
    void givenTwoWritersOfOneVersion_whenBothSave_thenTheSecondWritesNothing() {
        assertThat(store.save(session(1, "ask-name"), null, List.of())).isTrue();
        assertThat(store.save(session(2, "ask-date"), exchange("first"), List.of()))
                .isTrue();
        long waiting = outbox.size();

        assertThat(store.save(session(2, "ask-cabin"), exchange("second"), List.of(ended())))
                .isFalse();

        assertThat(store.load(id)).get().extracting(Session::state).isEqualTo("ask-date");
        assertThat(store.transcript(id)).containsExactly(exchange("first"));
        assertThat(outbox.size()).isEqualTo(waiting);
    }

    @Test
    void givenATurnThatWasTaken_whenItsIdIsLoaded_thenItsExchangeComesAlong() {
        store.save(session(1, "ask-name"), exchange("t1"), List.of());
        store.save(session(2, "ask-date"), exchange("t2"), List.of());

        assertThat(store.load(id, "t1")).get().extracting(Loaded::earlier).isEqualTo(Optional.of(exchange("t1")));
        assertThat(store.load(id, "t3")).get().extracting(Loaded::earlier).isEqualTo(Optional.empty());
        assertThat(store.load("nobody", "t1")).isEmpty();
    }

    @Test
    void givenEventsSavedWithASession_whenTheyArePublished_thenTheyLeaveTheOutboxOnce() {
        store.save(session(1, "completed"), null, List.of(ended()));

        List<EventOutbox.Entry> waiting = outbox.oldest(100).stream()
                .filter(entry -> entry.conversationId().equals(id))
                .toList();

        assertThat(waiting).hasSize(1);
        assertThat(new JsonMapper().readValue(waiting.getFirst().json(), DialogueEvent.class))
                .isEqualTo(ended());
        outbox.remove(waiting);
        outbox.remove(waiting);
        assertThat(outbox.oldest(100)).noneMatch(entry -> entry.conversationId().equals(id));
    }

    @Test
    void givenARecordSavedWithItsTurn_whenItIsArchived_thenItLeavesTheOutboxOnce() {
        SealedTurn record = new SealedTurn(id, 1, "space-trip", false, "sealed:v1:abc");
        store.save(session(1, "ask-name"), exchange("t1"), List.of(ended()), Optional.of(record));

        List<TurnOutbox.Entry> waiting = recordsOfThis();

        assertThat(waiting).extracting(TurnOutbox.Entry::turn).containsExactly(record);
        turns.remove(waiting);
        turns.remove(waiting);
        assertThat(recordsOfThis()).isEmpty();
    }

    @Test
    void givenTwoWritersOfOneVersion_whenBothSaveATurn_thenOnlyTheFirstIsRecorded() {
        SealedTurn first = new SealedTurn(id, 1, "space-trip", false, "sealed:v1:first");
        SealedTurn second = new SealedTurn(id, 1, "space-trip", false, "sealed:v1:second");

        store.save(session(1, "ask-name"), exchange("t1"), List.of(), Optional.of(first));
        assertThat(store.save(session(1, "ask-date"), exchange("t2"), List.of(), Optional.of(second)))
                .isFalse();

        assertThat(recordsOfThis()).extracting(TurnOutbox.Entry::turn).containsExactly(first);
    }

    @Test
    void givenADamagedSession_whenLoaded_thenTheFaultSaysSo() {
        redis.opsForHash().put("parley:session:" + id, "json", "{broken");

        assertThatThrownBy(() -> store.load(id))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.SESSION_CORRUPT));
    }

    @Test
    void givenASessionOfAnEarlierVersion_whenRead_thenNoPitchWasSaidYet() {
        String memory = "{\"lastVariants\":{},\"told\":[\"safety\"],\"recent\":[],\"misses\":0}";

        assertThat(JsonMapper.shared()
                        .readValue(memory, Session.SpokenMemory.class)
                        .pitched())
                .isEmpty();
    }

    @Test
    void givenATimeToLiveBelowAMinute_whenConfigured_thenItIsRefusedByName() {
        assertThat(new SessionProperties(Duration.ofDays(7)).timeToLive()).isEqualTo(Duration.ofDays(7));
        assertThatThrownBy(() -> new SessionProperties(Duration.ofSeconds(5)))
                .hasMessageContaining("parley.sessions.time-to-live is PT5S");
    }

    private List<TurnOutbox.Entry> recordsOfThis() {
        return turns.oldest(100).stream()
                .filter(entry -> entry.turn().conversationId().equals(id))
                .toList();
    }

    private Session session(long version, String state) {
        return new Session(
                new Session.Contact(id, "hash", "space-trip", "v1", "chat", 7, NOON),
                version,
                (int) version,
                state,
                List.of("greeting"),
                Map.of("name", List.of("Jane Roe")),
                new Session.SpokenMemory(
                        Map.of("greeting", 1),
                        List.of("safety"),
                        List.of("0a1b2c3d4e5f"),
                        List.of(new Session.Heard("greeting", "hi")),
                        0,
                        new Session.Which(null, "ask-name", "question")),
                Session.Awaiting.CALL_BACK_NUMBER,
                null,
                null,
                null,
                NOON);
    }

    private static Exchange exchange(String turnId) {
        return new Exchange(turnId, new MaskedText("hello"), "Hi!", "ask-name", List.of("Yes"), null, null, null, NOON);
    }

    private DialogueEvent ended() {
        @Nullable String order = null;
        return new ConversationEnded("e-" + id, id, NOON, "lost", order);
    }
}
