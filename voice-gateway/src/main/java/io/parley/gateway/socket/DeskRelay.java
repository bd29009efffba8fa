package io.parley.gateway.socket;

import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.desk.DeskChange;
import io.parley.contracts.desk.DeskChanges;
import io.parley.contracts.desk.DeskView;
import io.parley.contracts.desk.HandOffStatus;
import io.parley.gateway.upstream.DeskFlow;
import io.parley.gateway.upstream.OrderFlow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells open sockets what happens at the desk. As long as somebody waits to hear of it, one thread asks the order flow what
 * changed, which answers as soon as something does; each client is told what it has not heard yet.
 */
@Component
final class DeskRelay {

    /** Whose socket is nobody's conversation. */
    static final String DESK = "";

    private static final Logger log = LoggerFactory.getLogger(DeskRelay.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final OpenSockets sockets;
    private final OrderFlow conversations;
    private final DeskFlow desk;
    private final Speech speech;
    private boolean asking;
    private volatile boolean stopped;

    DeskRelay(OpenSockets sockets, OrderFlow conversations, DeskFlow desk, Speech speech) {
        this.sockets = sockets;
        this.conversations = conversations;
        this.desk = desk;
        this.speech = speech;
    }

    /** Follows what happens to a customer, if there is or shall be a person. */
    void follow(ClientSocket socket, @Nullable HandOffStatus handOff) {
        socket.attentive(handOff != null);
        if (handOff != null && begin()) {
            // What happened before we asked.
            tellCustomers(socket.conversation());
        }
    }

    /** Follows everything, for somebody at the desk. */
    void followDesk(ClientSocket socket) {
        socket.attentive(true);
        begin();
    }

    /** @return whether it has just begun to ask */
    private synchronized boolean begin() {
        if (asking || stopped) {
            return false;
        }
        try {
            String from = desk.changes("").next();
            asking = true;
            Thread.ofVirtual().name("desk-relay").start(() -> ask(from));
            return true;
        } catch (RuntimeException e) {
            // The clients see what they missed when they come back or say something.
            log.atWarn().addKeyValue("cause", e.toString()).log("the desk cannot be followed");
            return false;
        }
    }

    private synchronized boolean goesOn() {
        asking = !stopped && sockets.anyAttentive();
        return asking;
    }

    private void ask(String from) {
        String after = from;
        while (goesOn()) {
            try {
                DeskChanges changes = desk.changes(after);
                after = changes.next();
                tell(changes.changes());
            } catch (RuntimeException e) {
                log.atDebug().addKeyValue("cause", e.toString()).log("the desk does not answer; asking again");
                pause();
            }
        }
    }

    private void tell(List<DeskChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        changes.stream()
                .map(DeskChange::conversationId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(this::tellCustomers);
        List<ClientSocket> people = sockets.of(DESK);
        if (people.isEmpty()) {
            return;
        }
        changes.forEach(change -> tellPeople(people, change));
        DeskView now = desk.desk();
        people.forEach(socket -> speech.send(socket, new ServerFrame.DeskChanged(now)));
    }

    private void tellCustomers(String conversation) {
        List<ClientSocket> customers = sockets.of(conversation);
        if (customers.isEmpty()) {
            return;
        }
        ConversationView view = conversations.conversationForOperator(conversation);
        for (ClientSocket socket : customers) {
            for (ConversationView.Turn turn : socket.news(view)) {
                // What the customer said is answered where it was said.
                if (turn.said() == null) {
                    speech.send(
                            socket,
                            new ServerFrame.Said(turn, view.state(), view.choices(), view.outcome(), view.handOff()));
                }
            }
            socket.attentive(view.handOff() != null);
        }
    }

    private void tellPeople(List<ClientSocket> people, DeskChange change) {
        String conversation = change.conversationId();
        String handOff = change.handOffId();
        if (conversation == null || handOff == null || change.turnId() == null) {
            return;
        }
        ConversationView view = conversations.conversationForOperator(conversation);
        view.turns().stream()
                .filter(turn -> turn.turnId().equals(change.turnId()))
                .map(turn -> new ServerFrame.CustomerSaid(handOff, conversation, turn, view.state()))
                .forEach(said -> people.forEach(socket -> speech.send(socket, said)));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped = true;
    }
}
