package io.parley.standalone.platform;

import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.standalone.client.GatewayClient;
import java.nio.file.Path;
import java.util.List;

/** The small campaign these tests sell, and what a customer says to buy from it. */
final class TeaBox {

    static final String ID = "tea-box";

    /** What the first of {@link #PURCHASE} asks for is worth. */
    static final String TOTAL = "30.00";

    /** From the greeting to the sale, a question on the way. */
    static final List<Line> PURCHASE = List.of(
            new Line("the green tea please", "ask-quantity"),
            new Line("how long will the shipping take?", "ask-quantity"),
            new Line("two boxes please", "ask-contact"),
            new Line("Ada Lovelace, ada@example.com", "confirm-order"),
            new Line("yes, order it", "payment"),
            new Line("4242 4242 4242 4242", "completed"));

    private TeaBox() {}

    /**
     * One utterance.
     *
     * @param state where the conversation is after it
     */
    record Line(String text, String state) {}

    static Path campaigns() {
        return Path.of("src", "test", "resources", "campaigns").toAbsolutePath();
    }

    static Path folder() {
        return campaigns().resolve(ID);
    }

    /** Says one thing, over REST, under a turn id of its own. */
    static TurnReply say(GatewayClient gateway, OpenedConversation conversation, String turnId, String text) {
        return gateway.turn(conversation.id(), conversation.token(), new TurnRequest(turnId, text));
    }
}
