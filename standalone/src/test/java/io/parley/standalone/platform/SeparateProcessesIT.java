package io.parley.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Topics;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.OrderView;
import io.parley.contracts.chat.TurnReply;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.embedded.EmbeddedKafka;
import io.parley.standalone.embedded.EmbeddedRedis;
import io.parley.standalone.embedded.FreePort;
import io.parley.standalone.stack.Readiness;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The four services as an operator runs them: each from its own jar in a process of its own. */
@Timeout(240)
class SeparateProcessesIT {

    private static final String PASSWORD = "the operator's";

    @TempDir
    Path temp;

    private final Running running = new Running();
    private final int[] ports = FreePort.find(4);
    private final String key = Base64.getEncoder().encodeToString(new byte[32]);
    private EmbeddedRedis redis;
    private EmbeddedKafka kafka;
    private OwnProcess intentModel;
    private OwnProcess qaMemory;
    private GatewayClient gateway;

    @BeforeEach
    void startEverything() throws Exception {
        TrainedModels.into(temp);
        redis = running.keep(EmbeddedRedis.start(temp.resolve("redis"), temp.resolve("logs/redis.log")));
        kafka = running.keep(EmbeddedKafka.start(temp.resolve("kafka")));
        running.keep(startOrderFlow());
        intentModel = running.keep(startModelService("intent-model-service", ports[2]));
        qaMemory = running.keep(startModelService("qa-memory-service", ports[3]));
        OwnProcess voiceGateway = running.keep(startGateway());
        voiceGateway.awaitAnswer(at(ports[0]).resolve("/actuator/health/liveness"));
        gateway = new GatewayClient(at(ports[0]), Optional.of(PASSWORD));
        new Readiness(gateway, TeaBox.ID).await(progress -> {});
    }

    @AfterEach
    void stopEverything() throws Exception {
        running.close();
    }

    @Test
    void givenAPurchaseUnderWay_whenBothModelServicesAreKilled_thenTheConversationGoesOnAndTheOrderIsPlacedOnce()
            throws Exception {
        OpenedConversation customer = gateway.open(TeaBox.ID, "chat");
        assertThat(say(customer, "1", "the green tea please").state()).isEqualTo("ask-quantity");
        assertThat(say(customer, "2", "how long will the shipping take?").reply())
                .contains("take two days");

        intentModel.kill();
        qaMemory.kill();

        assertThat(say(customer, "3", "two boxes please").state())
                .as("what is said plainly leads on")
                .isEqualTo("ask-contact");
        TurnReply unanswered = say(customer, "4", "what does the postage cost?");
        assertThat(unanswered.state()).isEqualTo("ask-contact");
        assertThat(unanswered.reply()).isNotBlank().doesNotContain("free");

        intentModel = running.keep(startModelService("intent-model-service", ports[2]));
        qaMemory = running.keep(startModelService("qa-memory-service", ports[3]));
        awaitAnAnswer();

        assertThat(say(customer, "5", "what does the postage cost?").reply()).contains("Shipping is free");
        assertThat(say(customer, "6", "Ada Lovelace, ada@example.com").state()).isEqualTo("confirm-order");
        assertThat(say(customer, "7", "yes, order it").state()).isEqualTo("payment");
        TurnReply sold = say(customer, "8", "4242 4242 4242 4242");
        assertThat(sold.outcome()).isEqualTo("sale");
        assertThat(say(customer, "8", "4242 4242 4242 4242"))
                .as("the same turn again")
                .isEqualTo(sold);

        assertThat(gateway.orders())
                .singleElement()
                .satisfies(order -> assertThat(order)
                        .returns(customer.id(), OrderView::conversationId)
                        .returns(List.of("2"), placed -> placed.slots().get("quantity"))
                        .extracting(OrderView::total)
                        .hasToString(TeaBox.TOTAL));
        String id = gateway.orders().getFirst().id();
        assertThat(published(id)).singleElement().asString().contains(customer.id());
    }

    @Test
    void
            givenAnOrderWhoseSessionWasNotSaved_whenTheCustomerSaysSomethingElse_thenTheyHearOfTheOrderAndItIsTheOnlyOne() {
        OpenedConversation customer = gateway.open(TeaBox.ID, "chat");
        List<TeaBox.Line> untilPaid = TeaBox.PURCHASE.subList(0, TeaBox.PURCHASE.size() - 1);
        for (int i = 0; i < untilPaid.size(); i++) {
            say(customer, "before-" + i, untilPaid.get(i).text());
        }
        try (SavedKeys unpaid = SavedKeys.of(redis, customer.id())) {
            assertThat(say(customer, "paid", TeaBox.PURCHASE.getLast().text()).outcome())
                    .isEqualTo("sale");
            unpaid.restore();
        }

        TurnReply reply = say(customer, "after", "please cancel it all");

        assertThat(reply.outcome()).isEqualTo("sale");
        assertThat(gateway.orders()).singleElement().satisfies(order -> {
            assertThat(order.conversationId()).isEqualTo(customer.id());
            assertThat(order.paymentReference()).isNotBlank();
            assertThat(reply.order()).extracting(TurnReply.OrderSummary::id).isEqualTo(order.id());
        });
    }

    private TurnReply say(OpenedConversation conversation, String turnId, String text) {
        return TeaBox.say(gateway, conversation, turnId, text);
    }

    /** Until both models answer again, asked by customers who have nothing to do with the one that buys. */
    private void awaitAnAnswer() throws InterruptedException {
        while (!say(gateway.open(TeaBox.ID, "chat"), "1", "what does the postage cost?")
                .reply()
                .contains("Shipping is free")) {
            Thread.sleep(200);
        }
    }

    /** The orders of {@code orders.v1}, once the one is there that must be. */
    private List<String> published(String order) throws Exception {
        List<String> orders = List.of();
        while (orders.stream().noneMatch(record -> record.contains(order))) {
            Thread.sleep(200);
            orders = EveryRecord.in(kafka.bootstrapServers()).getOrDefault(Topics.ORDERS.name(), List.of());
        }
        return orders;
    }

    private OwnProcess startGateway() throws IOException {
        return start(
                "voice-gateway",
                ports[0],
                "--parley.gateway.order-flow-url=" + at(ports[1]),
                "--parley.gateway.next-state-url=" + at(ports[2]),
                "--parley.gateway.answers-url=" + at(ports[3]),
                "--parley.gateway.operator-password=" + PASSWORD);
    }

    private OwnProcess startOrderFlow() throws IOException {
        return start(
                "order-flow-service",
                ports[1],
                "--spring.data.redis.host=127.0.0.1",
                "--spring.data.redis.port=" + redis.port(),
                "--spring.data.redis.password=" + redis.password(),
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--spring.datasource.url=jdbc:h2:file:" + temp.resolve("orders/orders"),
                "--parley.secrets.key=" + key,
                "--parley.campaigns.folder=" + TeaBox.campaigns(),
                "--parley.campaigns.versions=" + temp.resolve("campaign-versions"));
    }

    private OwnProcess startModelService(String module, int port) throws IOException {
        return start(
                module,
                port,
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--parley.models.folder=" + temp.resolve("models"),
                "--parley.campaigns.folder=" + TeaBox.campaigns(),
                "--parley.campaigns.versions=" + temp.resolve("campaign-versions"));
    }

    private OwnProcess start(String module, int port, String... settings) throws IOException {
        return ServiceProcess.start(temp, module, module, port, settings);
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
