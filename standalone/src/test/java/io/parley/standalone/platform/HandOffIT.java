package io.parley.standalone.platform;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.desk.HandOffDetail;
import io.parley.contracts.desk.HandOffStatus;
import io.parley.contracts.replay.ReplayOutcome;
import io.parley.contracts.replay.TurnExplanation;
import io.parley.contracts.replay.TurnReplay;
import io.parley.standalone.client.GatewayClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** A customer who wants a person, from the queue to the order, and one for whom nobody is there. */
@Timeout(180)
class HandOffIT {

    private static final String WISH = "I want to talk to a person";

    @RegisterExtension
    static final RunningTeaBox PARLEY = new RunningTeaBox();

    @Test
    void givenSomebodyOnDuty_whenACustomerWantsAPerson_thenTheyTalkAndTheOrderGoesOnWhereItWas() throws Exception {
        GatewayClient gateway = PARLEY.gateway();
        TeaDesk desk = new TeaDesk(gateway.base(), PARLEY.data());
        desk.comes("Anna");
        OpenedConversation customer = gateway.open(TeaBox.ID, "chat");
        try (CustomerSocket socket = CustomerSocket.to(gateway.base(), customer.id())) {
            socket.authenticate(customer.token());
            assertThat(socket.say("t-1", "the green tea please").path("state").asString())
                    .isEqualTo("ask-quantity");
            JsonNode waiting = socket.say("t-2", WISH);
            assertThat(waiting.path("reply").asString()).contains("number 1");
            assertThat(waiting.path("handOff").path("state").asString()).isEqualTo("waiting");

            String handOff = desk.of(customer.id()).id();
            assertThat(desk.act(handOff, "take", Map.of("agent", "Anna")).statusCode())
                    .isEqualTo(200);
            JsonNode taken = socket.next();
            assertThat(taken.path("type").asString()).isEqualTo("said");
            assertThat(taken.path("turn").path("reply").asString()).contains("Anna is here");

            JsonNode receipt = socket.say("t-3", "two boxes please, my number is 212 555 0123");
            assertThat(receipt.path("reply").asString()).as("Anna answers").isEmpty();
            HandOffDetail seen = desk.detail(handOff);
            assertThat(seen.conversation().turns().getLast().said()).contains("two boxes please", "<phone>");
            assertThat(seen.conversation().state()).isEqualTo("ask-quantity");
            assertThat(seen.slots()).containsKey("tea").doesNotContainKey("quantity");

            Map<String, Object> words = Map.of("agent", "Anna", "replyId", "r-1", "text", "Of course, one moment.");
            assertThat(desk.act(handOff, "replies", words).statusCode()).isEqualTo(200);
            assertThat(desk.act(handOff, "replies", words).statusCode()).isEqualTo(200);
            JsonNode said = socket.next();
            assertThat(said.path("turn").path("reply").asString()).isEqualTo("Of course, one moment.");
            assertThat(said.path("turn").path("by").asString()).isEqualTo("Anna");
            ConversationView read = gateway.conversation(customer.id(), customer.token());
            assertThat(read.handOff()).isEqualTo(new HandOffStatus("taken", "Anna"));
            assertThat(read.turns().stream().filter(turn -> "Anna".equals(turn.by())))
                    .as("said once")
                    .singleElement()
                    .satisfies(turn -> assertThat(turn.reply()).isEqualTo("Of course, one moment."));

            assertThat(desk.act(handOff, "return", Map.of("agent", "Anna")).statusCode())
                    .isEqualTo(200);
            JsonNode back = socket.next();
            assertThat(back.path("state").asString()).isEqualTo("ask-quantity");
            assertThat(back.path("handOff").isNull()).isTrue();
            JsonNode last = back;
            for (int line = 2; line < TeaBox.PURCHASE.size(); line++) {
                last = socket.say("p-" + line, TeaBox.PURCHASE.get(line).text());
                assertThat(last.path("state").asString())
                        .isEqualTo(TeaBox.PURCHASE.get(line).state());
            }
            assertThat(last.path("outcome").asString()).isEqualTo("sale");
        }

        assertThat(gateway.replays().conversation(customer.id()).results())
                .hasSize(7)
                .extracting(TurnReplay::outcome)
                .containsOnly(ReplayOutcome.IDENTICAL);
        TurnExplanation asked = gateway.replays().explanation(customer.id(), 2);
        assertThat(requireNonNull(asked.desk()).onDuty()).contains("Anna");
        assertThat(gateway.replays().explanation(customer.id(), 3).decision().ground())
                .isEqualTo("person-talks");
    }

    @Test
    void givenAPersonWhoLeaves_whenTheirCustomerIsFreed_thenTheyAreToldAndMayGoOnWithTheBot() throws Exception {
        GatewayClient gateway = PARLEY.gateway();
        TeaDesk desk = new TeaDesk(gateway.base(), PARLEY.data());
        desk.comes("Ben");
        desk.comes("Cleo");
        OpenedConversation customer = gateway.open(TeaBox.ID, "chat");
        TeaBox.say(gateway, customer, "t-1", WISH);
        String handOff = desk.of(customer.id()).id();
        assertThat(desk.act(handOff, "take", Map.of("agent", "Ben")).statusCode())
                .isEqualTo(200);

        desk.leaves("Ben");

        ConversationView told = gateway.conversation(customer.id(), customer.token());
        assertThat(told.turns().getLast().reply()).contains("Ben had to leave", "number 1");
        assertThat(told.handOff()).isEqualTo(new HandOffStatus("waiting", null));
        assertThat(desk.act(handOff, "take", Map.of("agent", "Ben")).body()).contains("agent-off-duty");
        TurnReply alone = TeaBox.say(gateway, customer, "t-2", "never mind");
        assertThat(alone.handOff()).isNull();
        assertThat(alone.state()).isEqualTo("ask-tea");
        assertThat(desk.act(handOff, "take", Map.of("agent", "Cleo")).body()).contains("hand-off-ended");
        desk.leaves("Cleo");
    }

    @Test
    void givenNobodyOnDuty_whenACustomerWantsAPerson_thenTheyAreToldSoAndACallBackIsTaken() throws Exception {
        GatewayClient gateway = PARLEY.gateway();
        TeaDesk desk = new TeaDesk(gateway.base(), PARLEY.data());
        for (String agent : new String[] {"Anna", "Ben", "Cleo"}) {
            desk.leaves(agent);
        }
        OpenedConversation customer = gateway.open(TeaBox.ID, "chat");

        TurnReply nobody = TeaBox.say(gateway, customer, "t-1", WISH);
        assertThat(nobody.reply()).contains("desk", "call you", "telephone number");
        assertThat(nobody.handOff()).isNull();
        TurnReply noted = TeaBox.say(gateway, customer, "t-2", "212 555 0147");

        assertThat(noted.reply()).contains("will call you on that number");
        assertThat(desk.callBacks())
                .filteredOn(call -> call.conversationId().equals(customer.id()))
                .singleElement()
                .satisfies(call -> assertThat(call.phone()).isEqualTo("+12125550147"));
    }
}
