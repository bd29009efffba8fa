package io.parley.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.fact.FactContent;
import io.parley.contracts.fact.FactStatus;
import io.parley.contracts.fact.FactVersion;
import io.parley.standalone.client.FactsClient;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What customers notice when an operator changes facts while the tea box is sold. */
@Timeout(240)
class FactsIT {

    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final String QUESTION = "do you have a shop in Berlin";
    private static final FactContent SHOP = new FactContent(
            "shop",
            "question",
            List.of("Do you have a shop?", "where is your shop", "can I come to a store", "is there a shop in my town"),
            "Our shop is on Teegasse in Berlin.",
            List.of(),
            List.of());

    @TempDir
    Path temp;

    private Path data;

    @BeforeEach
    void bringModels() throws Exception {
        data = Files.createDirectory(temp.resolve("data"));
        TrainedModels.into(data);
    }

    @Test
    void givenAFactIsAdded_whenACustomerAsks_thenItIsToldUntilItIsDeletedAndAPersonWillTell() throws Exception {
        OpenedConversation customer;
        try (ParleyUp parley = ParleyUp.on(data)) {
            GatewayClient gateway = parley.gateway();
            FactsClient facts = gateway.facts(TeaBox.ID);
            customer = gateway.open(TeaBox.ID, "chat");
            TeaBox.say(gateway, customer, "turn-0", "the green tea please");

            assertThat(ask(gateway)).as("before anybody wrote it").contains("colleague");
            facts.put(SHOP);
            assertThat(untilItSays(gateway, "Teegasse")).contains("Teegasse");
            assertThat(TeaBox.say(gateway, customer, "turn-1", QUESTION))
                    .satisfies(told -> assertThat(told.reply()).contains(SHOP.answer()))
                    .returns("ask-quantity", TurnReply::state);

            facts.delete("shop");
            TurnReply gone = TeaBox.say(gateway, customer, "turn-2", QUESTION);
            assertThat(gone.reply())
                    .as("deleted facts are told to nobody from the next turn on")
                    .contains("colleague")
                    .doesNotContain("Teegasse");
            parley.stop();
        }

        try (ParleyUp parley = ParleyUp.on(data)) {
            GatewayClient gateway = parley.gateway();
            FactsClient facts = gateway.facts(TeaBox.ID);
            assertThat(facts.one("shop").current()).returns(FactStatus.DELETED, FactVersion::status);
            assertThat(ask(gateway)).contains("colleague");

            facts.rollBack("shop", 1);
            assertThat(untilItSays(gateway, "Teegasse")).contains("Teegasse");
            assertThat(TeaBox.say(gateway, customer, "turn-3", "no, thanks").outcome())
                    .as("a conversation that was told a fact goes on")
                    .isNull();
            parley.stop();
        }
    }

    @Test
    void givenAFactWithProblems_whenItIsWritten_thenTheOperatorIsToldAllOfThem() throws Exception {
        try (ParleyUp parley = ParleyUp.on(data)) {
            FactsClient facts = parley.gateway().facts(TeaBox.ID);
            FactContent bad = new FactContent(
                    "shop",
                    "question",
                    List.of("Is the tea organic?"),
                    "Yes, {{quantitty}}.",
                    List.of(),
                    List.of("ask-quantitty"));

            assertThatThrownBy(() -> facts.put(bad)).isInstanceOfSatisfying(GatewayProblem.class, problem -> {
                assertThat(problem.status()).isEqualTo(422);
                assertThat(problem.problems())
                        .hasSize(3)
                        .anyMatch(one -> one.contains("asked by two facts, 'organic' and 'shop'"))
                        .anyMatch(one -> one.contains("Did you mean 'quantity'?"))
                        .anyMatch(one -> one.contains("Did you mean 'ask-quantity'?"));
            });
            parley.stop();
        }
    }

    /** Asks in new conversations until the answer is there, for seconds at most; the last reply. */
    private static String untilItSays(GatewayClient gateway, String words) throws InterruptedException {
        long deadline = System.nanoTime() + SECONDS.toNanos();
        String reply = ask(gateway);
        while (!reply.contains(words) && System.nanoTime() < deadline) {
            Thread.sleep(100);
            reply = ask(gateway);
        }
        return reply;
    }

    private static String ask(GatewayClient gateway) {
        OpenedConversation customer = gateway.open(TeaBox.ID, "chat");
        TeaBox.say(gateway, customer, "turn-0", "the green tea please");
        return TeaBox.say(gateway, customer, "turn-1", QUESTION).reply();
    }
}
