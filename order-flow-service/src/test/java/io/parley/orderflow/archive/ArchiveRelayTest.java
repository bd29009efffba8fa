package io.parley.orderflow.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.turn.RecordedPurchase;
import io.parley.orderflow.turn.TurnRecord;
import io.parley.session.RedisSessionStore;
import io.parley.session.SealedTurn;
import io.parley.session.Session;
import io.parley.session.SessionProperties;
import io.parley.session.TurnOutbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisServer;
import tools.jackson.databind.json.JsonMapper;

/** Records on their way from Redis to the database. */
class ArchiveRelayTest {

    private static final String ID = "c-1";

    private static RedisServer server;
    private static LettuceConnectionFactory connections;
    private static StringRedisTemplate redis;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ArchiveDatabase database = new ArchiveDatabase();
    private final TurnArchive archive = database.archive();
    private final TurnOutbox outbox = outbox();
    private final ArchiveRelay relay = new ArchiveRelay(outbox, archive, meters);

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

    @AfterAll
    static void stopRedis() throws IOException {
        connections.destroy();
        server.stop();
    }

    @BeforeEach
    void savePurchase() {
        redis.delete(redis.keys("parley:*"));
        RedisSessionStore store =
                new RedisSessionStore(redis, JsonMapper.shared(), new SessionProperties(Duration.ofHours(1)));
        List<TurnRecord> records = RecordedPurchase.of(CampaignFolders.giftCard(), ID);
        store.save(records.getFirst().before(), null, List.of());
        for (TurnRecord record : records) {
            Session after = record.after();
            assertThat(store.save(after, record.exchange(), List.of(), Optional.of(RecordedPurchase.sealed(record))))
                    .isTrue();
        }
    }

    private static TurnOutbox outbox() {
        return new TurnOutbox(redis, JsonMapper.shared());
    }

    @Test
    void givenTurnsThatWereSaved_whenRelayed_thenEachIsInTheArchiveAndNoneWaits() {
        assertThat(meters.get("parley.archive.waiting").gauge().value()).isEqualTo(9);

        relay.keepWaiting();

        assertThat(archive.of(ID)).extracting(SealedTurn::turn).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(meters.get("parley.archive.waiting").gauge().value()).isZero();
    }

    @Test
    void givenACrashBetweenDatabaseAndOutbox_whenRelayedAgain_thenNothingIsThereTwice() {
        archive.keep(outbox.oldest(5).stream().map(TurnOutbox.Entry::turn).toList());

        relay.keepWaiting();

        assertThat(archive.of(ID)).hasSize(9);
        assertThat(outbox.size()).isZero();
    }

    @Test
    void givenADatabaseThatRefuses_whenRelayed_thenTurnsWaitUntilItTakesThem() {
        database.client().sql("alter table turns rename to gone").update();
        relay.keepWaiting();
        assertThat(outbox.size()).isEqualTo(9);

        database.client().sql("alter table gone rename to turns").update();
        relay.keepWaiting();
        assertThat(archive.of(ID)).hasSize(9);
        assertThat(outbox.size()).isZero();
    }
}
