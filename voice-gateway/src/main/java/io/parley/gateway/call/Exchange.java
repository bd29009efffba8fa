package io.parley.gateway.call;

import io.parley.contracts.FaultException;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.contracts.desk.HandOffStatus;
import io.parley.contracts.voice.Expected;
import io.parley.gateway.upstream.UpstreamProblem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call's side of its conversation with the order flow: one turn at a time, in the order they were said. Used by the call's
 * own thread; what waits for the order flow is done elsewhere and handed back to it.
 */
final class Exchange {

    private static final Logger log = LoggerFactory.getLogger(Exchange.class);
    private static final int ATTEMPTS = 3;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(700);
    private static final Duration DESK_EVERY = Duration.ofSeconds(2);

    private final String call;
    private final Surroundings around;
    private final Executor ownThread;
    private final Deque<Said> waiting = new ArrayDeque<>();

    private Expected expected = Expected.ANYTHING;
    private int turns;
    private boolean thinking;
    private volatile boolean ended;
    private volatile boolean closed;
    private volatile Dialogue.@Nullable Part opened;
    private @Nullable HandOffStatus handOff;
    private boolean transferTried;
    private int toldByDesk = -1;
    private long askedDeskAt;

    Exchange(String call, Surroundings around, Executor ownThread) {
        this.call = call;
        this.around = around;
        this.ownThread = ownThread;
    }

    /** How a call hears that it has begun. */
    interface Taken {
        void taken(VoiceEngines.Loaded engines, Dialogue.Part part, Expected expected);
    }

    /** How a call hears what is answered. */
    interface Replied {
        void replied(Said said, TurnReply reply, Expected expected);
    }

    void begin(CallRequest request, Taken taken, Consumer<RuntimeException> failed) {
        around.hands().execute(() -> {
            try {
                VoiceEngines.Loaded engines = around.engines().get();
                Dialogue.Part part = around.dialogue().begin(request);
                opened = part;
                if (closed) {
                    end(part);
                    return;
                }
                // Before the greeting: while it is done nobody can be heard.
                around.engines().prepare(engines, part.vocabulary());
                Expected first = around.dialogue().expected(part);
                ownThread.execute(() -> taken.taken(engines, part, first));
            } catch (RuntimeException e) {
                ownThread.execute(() -> failed.accept(e));
            }
        });
    }

    String nextTurn() {
        return "call-" + call + "-" + ++turns;
    }

    void expect(Expected next) {
        expected = next;
    }

    Expected expected() {
        return expected;
    }

    /** Whether keys do as well as speech, or are the only way. */
    boolean wantsKeys() {
        return expected.kind() == Expected.Kind.NUMBER || expected.kind() == Expected.Kind.SECRET;
    }

    /** How long silence lasts that ends what is expected. */
    Duration endOfTurn() {
        VoiceProperties properties = around.properties();
        return switch (expected.kind()) {
            case ANYTHING, YES_NO, CHOICE, SECRET -> properties.endOfTurn();
            case DATE, NUMBER, LETTERS -> properties.endOfLongTurn();
        };
    }

    /** How long nobody may speak: longer where the customer has to find something first. */
    Duration patience() {
        Duration patience = around.properties().noInputAfter();
        return switch (expected.kind()) {
            case ANYTHING, YES_NO, CHOICE, DATE, NUMBER -> patience;
            case LETTERS, SECRET -> patience.multipliedBy(2);
        };
    }

    /** Whether nothing is being answered, and no person talks whom the caller waits for. */
    boolean isIdle() {
        return !thinking && handOff == null;
    }

    /** Takes a turn, after those that are being taken. */
    void take(
            Dialogue.Part part,
            Said said,
            @Nullable String heardReply,
            Replied replied,
            Consumer<RuntimeException> failed) {
        if (thinking) {
            waiting.add(said);
            return;
        }
        thinking = true;
        List<String> others = said.readings().subList(1, said.readings().size());
        TurnRequest turn = new TurnRequest(said.turnId(), said.text(), others.isEmpty() ? null : others, heardReply);
        elsewhere(
                () -> {
                    TurnReply reply = taken(part, turn);
                    // Before the reply is spoken: what the caller says to it may already be a secret.
                    return new Answer(
                            reply, reply.outcome() == null ? around.dialogue().expected(part) : Expected.ANYTHING);
                },
                answer -> {
                    thinking = false;
                    ended = answer.reply().outcome() != null;
                    Said next = ended ? null : waiting.poll();
                    if (next == null) {
                        replied.replied(said, answer.reply(), answer.expected());
                    } else {
                        // The caller has said more; nothing of the reply was heard.
                        expected = answer.expected();
                        take(part, next, "", replied, failed);
                    }
                },
                cause -> {
                    thinking = false;
                    failed.accept(cause);
                });
    }

    private record Answer(TurnReply reply, Expected expected) {}

    /** The turn id makes it safe to ask again. */
    private TurnReply taken(Dialogue.Part part, TurnRequest turn) {
        for (int attempt = 1; ; attempt++) {
            try {
                return around.dialogue().turn(part, turn);
            } catch (UpstreamProblem | FaultException e) {
                boolean transientFault = e instanceof UpstreamProblem problem
                        ? problem.status() >= 500
                        : ((FaultException) e).fault().retriable();
                if (!transientFault || attempt == ATTEMPTS) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what waits, and hands back what came of it to the call's own thread. */
    <T> void elsewhere(Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
        around.hands().execute(() -> {
            try {
                T result = work.get();
                ownThread.execute(() -> then.accept(result));
            } catch (RuntimeException e) {
                ownThread.execute(() -> failed.accept(e));
            }
        });
    }

    /** @return whether a person is waited for now whom the call could be given to */
    boolean follows(@Nullable HandOffStatus now) {
        handOff = now;
        toldByDesk = now == null ? -1 : toldByDesk;
        return now != null && !transferTried && around.properties().transferTo() != null;
    }

    /** Has the leg call a person, once in a call. */
    void transfer(CallLeg leg, Runnable done) {
        String target = around.properties().transferTo();
        if (target == null) {
            return;
        }
        transferTried = true;
        elsewhere(
                () -> leg.transfer(target),
                transferred -> {
                    if (transferred) {
                        done.run();
                    }
                },
                cause -> log.atWarn().addKeyValue("cause", cause.toString()).log("a call could not be transferred"));
    }

    /** Tells what a person at the desk has written since, while there is one. */
    void newsFromDesk(Dialogue.Part part, Consumer<ConversationView.Turn> news) {
        long now = System.nanoTime();
        if (handOff == null || thinking || now - askedDeskAt < DESK_EVERY.toNanos()) {
            return;
        }
        askedDeskAt = now;
        elsewhere(
                () -> around.dialogue().view(part),
                view -> {
                    List<ConversationView.Turn> turns = view.turns();
                    int from = toldByDesk < 0 ? turns.size() : Math.min(toldByDesk, turns.size());
                    toldByDesk = turns.size();
                    handOff = view.handOff();
                    turns.subList(from, turns.size()).stream()
                            .filter(turn -> turn.said() == null && !turn.reply().isEmpty())
                            .forEach(news);
                },
                cause -> log.atDebug().addKeyValue("cause", cause.toString()).log("the desk could not be asked"));
    }

    /** Ends the conversation where it began with the call and would go on without anybody. */
    void close() {
        closed = true;
        Dialogue.Part part = opened;
        if (part != null) {
            end(part);
        }
    }

    private void end(Dialogue.Part part) {
        if (!part.ours() || ended) {
            return;
        }
        try {
            around.dialogue().end(part);
        } catch (RuntimeException e) {
            log.atDebug().addKeyValue("cause", e.toString()).log("a conversation was left open");
        }
    }
}
