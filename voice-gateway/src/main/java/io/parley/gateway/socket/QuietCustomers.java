package io.parley.gateway.socket;

import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.gateway.conversation.Turns;
import io.parley.gateway.upstream.OrderFlow;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks customers who fell silent in the middle of a conversation whether they are there: their silence is a turn, and the
 * state's ladder of replies to silence answers it. Whoever does not react to that is left in peace; the conversation waits.
 */
@Component
final class QuietCustomers {

    /** Begins the ids of turns of silence, by which it is known how often a customer was asked. */
    private static final String SILENCE = "silence-";

    private static final Logger log = LoggerFactory.getLogger(QuietCustomers.class);

    private final OpenSockets sockets;
    private final SocketProperties patience;
    private final OrderFlow orderFlow;
    private final Turns turns;
    private final Speech speech;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("quiet-customers").factory());

    private @Nullable ScheduledFuture<?> looking;

    QuietCustomers(OpenSockets sockets, SocketProperties patience, OrderFlow orderFlow, Turns turns, Speech speech) {
        this.sockets = sockets;
        this.patience = patience;
        this.orderFlow = orderFlow;
        this.turns = turns;
        this.speech = speech;
        if (patience.askAfter().isPositive() && patience.askAtMost() > 0) {
            long tick = Math.clamp(patience.askAfter().toMillis() / 4, 10, 5_000);
            looking = watch.scheduleWithFixedDelay(this::look, tick, tick, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        for (ClientSocket socket : sockets.quiet(patience.askAfter())) {
            try {
                ask(socket);
            } catch (RuntimeException e) {
                // Nobody waits for this; the next look tries again.
                log.atDebug().addKeyValue("cause", e.toString()).log("a silent customer could not be asked");
            }
        }
    }

    private void ask(ClientSocket socket) {
        String authorization = String.valueOf(socket.authorization());
        ConversationView conversation = orderFlow.conversation(socket.conversation(), authorization);
        List<ConversationView.Turn> said = conversation.turns();
        if (conversation.outcome() != null || conversation.handOff() != null || asked(said) >= patience.askAtMost()) {
            socket.leaveInPeace();
            return;
        }
        if (!said.isEmpty() && said.getLast().at().isAfter(Instant.now().minus(patience.askAfter()))) {
            // They speak, or have just been asked, through another socket.
            return;
        }
        String turnId = SILENCE + said.size();
        TurnReply reply =
                turns.take(Turns.Entrance.SOCKET, socket.conversation(), new TurnRequest(turnId, ""), authorization);
        ServerFrame question = new ServerFrame.Said(
                new ConversationView.Turn(turnId, null, reply.reply(), Instant.now()),
                reply.state(),
                reply.choices(),
                reply.outcome(),
                reply.handOff());
        // A customer may look through several windows; each shows the same conversation.
        for (ClientSocket window : sockets.of(socket.conversation())) {
            window.talking(System.nanoTime());
            speech.send(window, question);
        }
    }

    private static long asked(List<ConversationView.Turn> turns) {
        return turns.reversed().stream()
                .takeWhile(turn -> turn.turnId().startsWith(SILENCE))
                .count();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        if (looking != null) {
            looking.cancel(false);
        }
        watch.shutdownNow();
    }
}
