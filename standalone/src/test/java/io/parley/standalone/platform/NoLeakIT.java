package io.parley.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.parley.contracts.Topics;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.embedded.EmbeddedKafka;
import io.parley.standalone.embedded.EmbeddedRedis;
import io.parley.standalone.stack.IsolatedStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the words of a customer end up. One purchase is made with a card, an e-mail address, a telephone number and words
 * that stand nowhere else; then everything that Parley keeps is searched for them.
 */
@Timeout(180)
class NoLeakIT {

    private static final String EMAIL = "quentin.quagmire@example.org";
    private static final String PLANTED = "zebrafinch";

    /** Digits of one card, whatever stands between them. */
    private static final Pattern CARD = digits("4539148803436467");

    /** The same with one wrong digit, which a customer said first. */
    private static final Pattern MISTYPED_CARD = digits("4539148803436457");

    /** The same in words. */
    private static final Pattern SPOKEN_CARD = Pattern.compile("four\\W+five\\W+three\\W+nine\\W+one");

    private static final Pattern PHONE = digits("2125550199");

    @TempDir
    static Path data;

    private static Map<String, String> redis = Map.of();
    private static Map<String, String> topics = Map.of();
    private static String database = "";
    private static Map<String, String> files = Map.of();

    @BeforeAll
    static void buyAndCollect() throws Exception {
        TrainedModels.into(data);
        try (IsolatedStack stack = IsolatedStack.start(data, TeaBox.folder())) {
            buy(stack.gateway());
            awaitLastEvent();
        }
        files = everyFile();
        database = wholeDatabase();
        redis = everyKey();
        topics = everyTopic();
    }

    /** Events reach their topic a moment after the reply; those of a stopped stack would wait in the outbox. */
    private static void awaitLastEvent() throws Exception {
        Instant latest = Instant.now().plusSeconds(10);
        while (!hasLastEvent()) {
            assertThat(Instant.now()).as("when the last event is published").isBefore(latest);
            Thread.sleep(100);
        }
    }

    private static boolean hasLastEvent() throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("kafka"))) {
            for (Path file : all.filter(NoLeakIT::isOfEvents).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains("completed")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOfEvents(Path file) {
        return file.toString().endsWith(".log") && file.toString().contains(Topics.DIALOGUE_EVENTS.name());
    }

    /** Gives the card where it was not asked for, glued to a word, mistyped, spoken, and at last to pay. */
    private static void buy(GatewayClient gateway) {
        OpenedConversation customer = gateway.open(TeaBox.ID, "chat");
        List<String> says = List.of(
                "the green tea please, my " + PLANTED + " loves it",
                "how long will shipping take, it goes on visa4539148803436467",
                "two boxes please, and my card is 4539 1488 0343 6467",
                "do you keep four five three nine one four eight eight zero three four three six four six seven",
                "Quentin Quagmire, " + EMAIL + ", phone 212 555 0199",
                "yes, order it",
                "4539-1488-0343-6457",
                "sorry, 4539148803436467");
        TurnReply last = null;
        for (int turn = 0; turn < says.size(); turn++) {
            last = TeaBox.say(gateway, customer, "turn-" + turn, says.get(turn));
        }
        assertThat(last).isNotNull().extracting(TurnReply::outcome).isEqualTo("sale");
        assertThat(gateway.orders()).hasSize(1);
    }

    @Test
    void givenEverythingThatIsKept_whenSearched_thenWhatMayBeThereIsFound() {
        assertThat(redis)
                .as("where a session is kept")
                .anySatisfy((key, value) -> assertThat(value).contains(EMAIL, "<card>", "<email>"));
        assertThat(database).as("for whoever ships the order").contains(EMAIL, "6467");
        assertThat(topics.get(Topics.NEXT_STATE_REQUESTS.name()))
                .as("what the network reads")
                .contains(PLANTED, "<card>", "<email>", "<phone>");
        assertThat(topics.get(Topics.DIALOGUE_EVENTS.name())).contains("completed");
        assertThat(files.get("redis/appendonly.aof")).contains(EMAIL);
        assertThat(logs()).anySatisfy((name, text) -> assertThat(text).contains("turn taken"));
    }

    @Test
    void givenACardNumber_whenEverythingIsSearched_thenItIsNowhere() {
        for (Pattern card : List.of(CARD, MISTYPED_CARD, SPOKEN_CARD)) {
            assertThat(redis).allSatisfy((key, value) -> assertThat(value).doesNotContainPattern(card));
            assertThat(topics).allSatisfy((topic, text) -> assertThat(text).doesNotContainPattern(card));
            assertThat(database).doesNotContainPattern(card);
            assertThat(files).allSatisfy((name, text) -> assertThat(text).doesNotContainPattern(card));
        }
    }

    @Test
    void givenAnAddressAndATelephoneNumber_whenTopicsAndLogsAreSearched_thenTheyAreInNone() {
        assertThat(topics)
                .allSatisfy((topic, text) ->
                        assertThat(text).doesNotContainIgnoringCase(EMAIL).doesNotContainPattern(PHONE));
        assertThat(logs())
                .isNotEmpty()
                .allSatisfy((name, text) ->
                        assertThat(text).doesNotContainIgnoringCase(EMAIL).doesNotContainPattern(PHONE));
    }

    @Test
    void givenWordsOfACustomer_whenSearched_thenOnlyWhatTheModelsReadAndTheSessionHaveThem() {
        assertThat(logs())
                .allSatisfy((name, text) ->
                        assertThat(text).doesNotContainIgnoringCase(PLANTED).doesNotContainIgnoringCase("Quagmire"));
        assertThat(topics).allSatisfy((topic, text) -> {
            if (!topic.endsWith(".requests.v1")) {
                assertThat(text).doesNotContainIgnoringCase(PLANTED).doesNotContainIgnoringCase("Quagmire");
            }
        });
        assertThat(database).doesNotContainIgnoringCase(PLANTED);
    }

    /** These digits, with anything or nothing between them that people put there; also behind others. */
    private static Pattern digits(String digits) {
        return Pattern.compile(String.join("[\\s.,/()_*-]{0,3}", digits.split("")));
    }

    private static Map<String, String> logs() {
        Map<String, String> logs = new TreeMap<>(files);
        logs.keySet().removeIf(name -> !name.startsWith("logs/"));
        return logs;
    }

    /** Every file of the data folder but the models, which are older than the purchase, by its path. */
    private static Map<String, String> everyFile() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = data.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("models/") && !name.startsWith("redis/bin/")) {
                    // One character a byte, so that no byte gets lost in decoding.
                    texts.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return texts;
    }

    /** The statements that would make the database anew. */
    private static String wholeDatabase() throws SQLException {
        StringBuilder script = new StringBuilder();
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("orders/orders"));
                Statement statement = database.createStatement();
                ResultSet lines = statement.executeQuery("script")) {
            while (lines.next()) {
                script.append(lines.getString(1)).append('\n');
            }
        }
        return script.toString();
    }

    private static Map<String, String> everyKey() {
        Map<String, String> values = new TreeMap<>();
        try (EmbeddedRedis server = EmbeddedRedis.start(data.resolve("redis"), data.resolve("logs/redis.log"));
                RedisClient client = RedisClient.create(RedisURI.builder()
                        .withHost("127.0.0.1")
                        .withPort(server.port())
                        .withPassword(server.password().toCharArray())
                        .build())) {
            RedisCommands<String, String> redis = client.connect().sync();
            for (String key : redis.keys("*")) {
                values.put(
                        key,
                        switch (redis.type(key)) {
                            case "string" -> redis.get(key);
                            case "hash" -> redis.hgetall(key).toString();
                            case "list" -> redis.lrange(key, 0, -1).toString();
                            case "set" -> redis.smembers(key).toString();
                            case "zset" -> redis.zrange(key, 0, -1).toString();
                            case "stream" ->
                                redis.xrange(key, Range.unbounded()).toString();
                            case String other ->
                                throw new AssertionError(key + " is a " + other + ", which nobody searches");
                        });
            }
        }
        return values;
    }

    private static Map<String, String> everyTopic() throws Exception {
        Map<String, String> texts = new TreeMap<>();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data.resolve("kafka"))) {
            EveryRecord.in(kafka.bootstrapServers())
                    .forEach((topic, records) -> texts.put(topic, String.join("\n", records)));
        }
        return texts;
    }
}
