package io.parley.standalone.chat;

import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.desk.HandOffStatus;
import io.parley.standalone.client.GatewayClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears what is said in a conversation although the customer says nothing: by a person, or of one. */
final class Listening {

    private final GatewayClient gateway;
    private final OpenedConversation conversation;

    /** The greeting is heard already. */
    private int heard = 1;

    private boolean personAround;

    Listening(GatewayClient gateway, OpenedConversation conversation) {
        this.gateway = gateway;
        this.conversation = conversation;
    }

    ConversationView read() {
        return gateway.conversation(conversation.id(), conversation.token());
    }

    /** What is new and answers nothing; what answers a turn was shown with it. */
    List<ConversationView.Turn> news(ConversationView view) {
        List<ConversationView.Turn> news = view.turns().stream()
                .skip(heard)
                .filter(turn -> turn.said() == null)
                .toList();
        heard = view.turns().size();
        around(view.handOff());
        return news;
    }

    /** Whether a person is waited for or talks, as far as was heard. */
    boolean isPersonAround() {
        return personAround;
    }

    void around(@Nullable HandOffStatus person) {
        personAround = person != null;
    }
}
