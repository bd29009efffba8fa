package io.parley.gateway.socket;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/**
 * Every open WebSocket, watched by one thread that touches none of them itself: a ping or a farewell can take as long as
 * its client pleases, so each has a thread of its own. Told as {@code parley.sockets.open}.
 */
@Component
final class OpenSockets {

    private static final long LONGEST_FAREWELL_SECONDS = 2;

    private final SocketProperties patience;
    private final Map<String, ClientSocket> open = new ConcurrentHashMap<>();
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("socket-watch").factory());

    private final ScheduledFuture<?> looking;

    OpenSockets(SocketProperties patience, MeterRegistry meters) {
        this.patience = patience;
        meters.gaugeMapSize("parley.sockets.open", List.of(), open);
        long tick = Math.clamp(patience.pingEvery().toMillis() / 4, 10, 1_000);
        looking = watch.scheduleWithFixedDelay(this::look, tick, tick, TimeUnit.MILLISECONDS);
    }

    void add(String session, ClientSocket socket) {
        open.put(session, socket);
    }

    @Nullable
    ClientSocket get(String session) {
        return open.get(session);
    }

    /** Those of the customers of a conversation. */
    List<ClientSocket> of(String conversation) {
        return open.values().stream()
                .filter(socket -> socket.authorization() != null)
                .filter(socket -> socket.conversation().equals(conversation))
                .toList();
    }

    /** Those whose customers have been silent for so long in the middle of a conversation. */
    List<ClientSocket> quiet(Duration patience) {
        long now = System.nanoTime();
        return open.values().stream()
                .filter(socket -> socket.isQuiet(now, patience))
                .toList();
    }

    /** Whether somebody waits to hear what they did not ask for. */
    boolean anyAttentive() {
        return open.values().stream().anyMatch(ClientSocket::isAttentive);
    }

    void remove(String session) {
        open.remove(session);
    }

    private void look() {
        long now = System.nanoTime();
        open.forEach((session, socket) -> {
            switch (socket.due(now, patience)) {
                case NOTHING -> {}
                case PING -> {
                    socket.pinged(now);
                    hands.execute(socket::ping);
                }
                case CLOSE_UNAUTHENTICATED ->
                    dismiss(session, socket, CloseStatus.POLICY_VIOLATION.withReason("authenticate first"));
                case CLOSE_SILENT -> dismiss(session, socket, CloseStatus.SESSION_NOT_RELIABLE);
            }
        });
    }

    private void dismiss(String session, ClientSocket socket, CloseStatus status) {
        remove(session);
        hands.execute(() -> socket.close(status));
    }

    /** Sends every client away when the gateway stops; they come back to the next one. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        looking.cancel(false);
        watch.shutdownNow();
        Collection<ClientSocket> last = open.values();
        last.forEach(socket -> hands.execute(() -> socket.close(CloseStatus.SERVICE_RESTARTED)));
        hands.shutdown();
        if (!hands.awaitTermination(LONGEST_FAREWELL_SECONDS, TimeUnit.SECONDS)) {
            hands.shutdownNow();
        }
    }
}
