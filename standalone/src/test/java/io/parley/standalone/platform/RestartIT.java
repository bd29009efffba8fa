package io.parley.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.parley.contracts.Topics;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.OrderView;
import io.parley.contracts.chat.TurnReply;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a customer notices when {@code parley up} ends in the middle of things and is started again on its data. */
@Timeout(240)
class RestartIT {

    @TempDir
    Path temp;

    private Path data;

    @BeforeEach
    void bringModels() throws Exception {
        data = Files.createDirectory(temp.resolve("data"));
        TrainedModels.into(data);
    }

    @Test
    void givenAConversationUnderWay_whenParleyIsRestarted_thenItGoesOnOverAnotherChannelAndTheOrderIsPlacedOnce()
            throws Exception {
        OpenedConversation customer;
        String order;
        try (ParleyUp parley = ParleyUp.on(data)) {
            customer = parley.gateway().open(TeaBox.ID, "chat");
            play(parley.gateway(), customer, TeaBox.PURCHASE.subList(0, 3));
            parley.stop();
        }

        try (ParleyUp parley = ParleyUp.on(data)) {
            ConversationView view = parley.gateway().conversation(customer.id(), customer.token());
            assertThat(view.state()).isEqualTo("ask-contact");
            assertThat(view.turns())
                    .extracting(ConversationView.Turn::said)
                    .containsExactly(
                            null, "the green tea please", "how long will the shipping take?", "two boxes please");
            try (CustomerSocket socket = CustomerSocket.to(parley.url(), customer.id())) {
                assertThat(socket.authenticate(customer.token()).path("type").asString())
                        .isEqualTo("ready");
                assertThat(socket.say("turn-3", "Ada Lovelace, ada@example.com")
                                .path("reply")
                                .asString())
                        .as("what was chosen before")
                        .contains("Sencha", "$" + TeaBox.TOTAL);
                assertThat(socket.say("turn-4", "yes, order it").path("state").asString())
                        .isEqualTo("payment");
                JsonNode sold = socket.say("turn-5", "4242 4242 4242 4242");
                assertThat(sold.path("outcome").asString()).isEqualTo("sale");
            }
            order = theOneOrder(parley.gateway(), customer);
            parley.stop();
        }
        assertOnePaymentAndOneOrder(order);
    }

    @Test
    void givenAPaymentMade_whenParleyIsKilledBeforeTheTurnIsSaved_thenTheSameTurnAgainPaysAndOrdersNothingMore()
            throws Exception {
        OpenedConversation customer;
        try (ParleyUp parley = ParleyUp.withPaymentsHeldUp(data, temp)) {
            customer = upToThePayment(parley.gateway());
            Files.createFile(temp.resolve("hold"));
            CompletableFuture<TurnReply> paying = pay(parley.gateway(), customer);
            awaitFile(temp.resolve("paid"));
            parley.kill();
            assertThat(paying).failsWithin(30, TimeUnit.SECONDS).withThrowableOfType(ExecutionException.class);
        }
        Files.delete(temp.resolve("hold"));
        assertThat(column("order_id", "sandbox_payments")).hasSize(1);
        assertThat(column("id", "orders")).isEmpty();

        sameTurnAgain(customer);
    }

    @Test
    void givenAnOrderPlaced_whenParleyIsKilledBeforeTheTurnIsSaved_thenTheSameTurnAgainPaysAndOrdersNothingMore()
            throws Exception {
        OpenedConversation customer;
        try (ParleyUp parley = ParleyUp.withPaymentsHeldUp(data, temp)) {
            customer = upToThePayment(parley.gateway());
            Files.createFile(temp.resolve("hold"));
            CompletableFuture<TurnReply> paying = pay(parley.gateway(), customer);
            awaitFile(temp.resolve("paid"));
            holdUpRedis();
            Files.createFile(temp.resolve("go"));
            while (parley.gateway().orders().isEmpty()) {
                Thread.sleep(20);
            }
            parley.kill();
            assertThat(paying).failsWithin(30, TimeUnit.SECONDS).withThrowableOfType(ExecutionException.class);
        }
        Files.delete(temp.resolve("hold"));
        assertThat(column("id", "orders")).hasSize(1);

        sameTurnAgain(customer);
    }

    private void sameTurnAgain(OpenedConversation customer) throws Exception {
        String order;
        try (ParleyUp parley = ParleyUp.on(data)) {
            assertThat(parley.gateway()
                            .conversation(customer.id(), customer.token())
                            .state())
                    .as("the turn was not kept")
                    .isEqualTo("payment");
            TurnReply sold = pay(parley.gateway(), customer).get();
            assertThat(sold.outcome()).isEqualTo("sale");
            assertThat(pay(parley.gateway(), customer).get()).isEqualTo(sold);
            order = theOneOrder(parley.gateway(), customer);
            parley.stop();
        }
        assertOnePaymentAndOneOrder(order);
    }

    private static OpenedConversation upToThePayment(GatewayClient gateway) {
        OpenedConversation customer = gateway.open(TeaBox.ID, "chat");
        play(gateway, customer, TeaBox.PURCHASE.subList(0, 5));
        return customer;
    }

    private static void play(GatewayClient gateway, OpenedConversation customer, List<TeaBox.Line> lines) {
        for (int turn = 0; turn < lines.size(); turn++) {
            TeaBox.Line line = lines.get(turn);
            assertThat(TeaBox.say(gateway, customer, "turn-" + turn, line.text())
                            .state())
                    .as(line.text())
                    .isEqualTo(line.state());
        }
    }

    private static CompletableFuture<TurnReply> pay(GatewayClient gateway, OpenedConversation customer) {
        return CompletableFuture.supplyAsync(() -> TeaBox.say(
                gateway, customer, "paying", TeaBox.PURCHASE.getLast().text()));
    }

    /** Its id. */
    private static String theOneOrder(GatewayClient gateway, OpenedConversation customer) {
        assertThat(gateway.orders())
                .singleElement()
                .satisfies(order -> assertThat(order)
                        .returns(customer.id(), OrderView::conversationId)
                        .extracting(OrderView::total)
                        .hasToString(TeaBox.TOTAL));
        return gateway.orders().getFirst().id();
    }

    /** In what nobody runs any more. An order that was placed just before the end may wait to be published. */
    private void assertOnePaymentAndOneOrder(String order) throws Exception {
        assertThat(column("order_id", "sandbox_payments")).containsExactly(order);
        assertThat(column("id", "orders")).containsExactly(order);
        List<String> announced = new ArrayList<>(column("order_id", "order_outbox"));
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data.resolve("kafka"))) {
            EveryRecord.in(kafka.bootstrapServers()).getOrDefault(Topics.ORDERS.name(), List.of()).stream()
                    .map(record -> record.lines().skip(1).findFirst().orElseThrow())
                    .forEach(announced::add);
        }
        assertThat(announced).as("at least once, and under one id").containsOnly(order);
    }

    private List<String> column(String name, String table) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("orders/orders"));
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select " + name + " from " + table)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** Lets nobody write to the Redis of that data folder for longer than the test takes; reading goes on. */
    private void holdUpRedis() throws IOException {
        Properties configuration = new Properties();
        for (String line : Files.readAllLines(data.resolve("redis/redis.conf"))) {
            String[] words = line.split(" ", 2);
            configuration.put(words[0], words.length > 1 ? words[1] : "");
        }
        try (RedisClient client = RedisClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(Integer.parseInt(configuration.getProperty("port")))
                .withPassword(configuration.getProperty("requirepass").toCharArray())
                .build())) {
            client.connect()
                    .sync()
                    .dispatch(
                            CommandType.CLIENT,
                            new StatusOutput<>(StringCodec.UTF8),
                            new CommandArgs<>(StringCodec.UTF8)
                                    .add("PAUSE")
                                    .add(600_000)
                                    .add("WRITE"));
        }
    }

    private static void awaitFile(Path file) throws InterruptedException {
        while (!Files.exists(file)) {
            Thread.sleep(5);
        }
    }
}
