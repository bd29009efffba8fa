package io.parley.gateway.call;

import io.parley.contracts.voice.Expected;
import io.parley.gateway.upstream.UpstreamProblem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call from the first sound to the last. Everything that happens to it, frames, keys, replies, time, is taken one after
 * the other by a thread of its own; what waits for others is done elsewhere and comes back as one more thing that happened.
 */
final class Call implements CallListener {

    private static final Logger log = LoggerFactory.getLogger(Call.class);
    /** Ten seconds of frames; who is behind by more loses what comes. */
    private static final int MOST_WAITING = 500;

    private static final long TICK_MILLIS = 50;
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(20);

    private final String id;
    private final HeardLeg leg;
    private final CallRequest request;
    private final Exchange exchange;
    private final Surroundings around;
    private final CallLog timeline;
    private final BlockingQueue<Runnable> happened = new LinkedBlockingQueue<>();
    private final long began = System.nanoTime();

    private @Nullable Talk talk;
    private boolean leaving;
    private long leaveBy;
    private volatile boolean over;
    private CallEnd why = CallEnd.FAILED;

    Call(String id, CallLeg leg, CallRequest request, Surroundings around, CallLog timeline) {
        this.id = id;
        this.leg = new HeardLeg(leg);
        this.request = request;
        this.around = around;
        this.timeline = timeline;
        this.exchange = new Exchange(id, around, this::post);
    }

    @Override
    public void heard(short[] frame) {
        if (happened.size() < MOST_WAITING) {
            withTalk(now -> now.heard(frame));
        }
    }

    @Override
    public void digit(char digit) {
        withTalk(now -> now.key(digit));
    }

    @Override
    public void played(String mark) {
        withTalk(now -> now.played(mark));
    }

    @Override
    public void typed(String turnId, String text) {
        post(() -> {
            timeline.add("typed", text, turnId, Map.of());
            if (talk != null) {
                talk.typed(Said.typed(turnId, text));
            }
        });
    }

    @Override
    public void ended(CallEnd end) {
        post(() -> end(end));
    }

    /** Ends the call from outside. */
    void hangUp(CallEnd end) {
        post(() -> finish(end));
    }

    /** Leads the call; returns when it is over. */
    void lead() {
        exchange.begin(request, this::taken, this::failed);
        try {
            while (!over) {
                Runnable next = happened.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.run();
                }
                time();
            }
        } catch (InterruptedException e) {
            finish(CallEnd.SHUTDOWN);
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("call", id).log("a call broke");
            finish(CallEnd.FAILED);
        } finally {
            if (talk != null) {
                talk.close();
            }
            leg.ended();
            exchange.close();
        }
    }

    void listen(SoundListener listener) {
        leg.add(listener);
    }

    void unlisten(SoundListener listener) {
        leg.remove(listener);
    }

    /** Why it ended, once it is over. */
    CallEnd why() {
        return why;
    }

    /** Of what comes before the conversation has begun nothing is taken. */
    private void withTalk(Consumer<Talk> happening) {
        post(() -> {
            if (talk != null) {
                happening.accept(talk);
            }
        });
    }

    /** Does it on the call's own thread. */
    void post(Runnable what) {
        happened.add(what);
    }

    private void taken(VoiceEngines.Loaded engines, Dialogue.Part part, Expected expected) {
        String engine = engines.recognizer().engine();
        timeline.taken(part.conversation(), part.campaign(), engine);
        leg.show(new CallNotice.Taken(
                id, part.conversation(), engine, engines.synthesizer().engine()));
        talk = new Talk(this, id, leg, exchange, around, timeline, engines, part);
        talk.begin(expected);
    }

    /** Says good-bye, since something of ours does not work. */
    void failed(RuntimeException cause) {
        log.atWarn()
                .addKeyValue("call", id)
                .addKeyValue("cause", cause.toString())
                .log("a call could not go on");
        leave(
                cause instanceof UpstreamProblem problem && problem.status() == 409
                        ? CallEnd.CONVERSATION_OVER
                        : CallEnd.FAILED);
    }

    /** What time alone brings about. */
    private void time() {
        long clock = System.nanoTime();
        if (over || (leaving && clock < leaveBy)) {
            return;
        }
        if (leaving) {
            finish(why);
        } else if (clock - began > around.properties().maxCallTime().toNanos()) {
            leave(CallEnd.TOO_LONG);
        } else if (talk != null) {
            talk.time(clock);
        }
    }

    /** Says good-bye and hangs up. */
    void leave(CallEnd end) {
        if (leaving) {
            return;
        }
        why = end;
        leaving = true;
        leaveBy = System.nanoTime() + LONGEST_FAREWELL.toNanos();
        if (talk == null) {
            finish(end);
        } else {
            talk.farewell(() -> finish(end));
        }
    }

    /** Hangs up. */
    void finish(CallEnd end) {
        if (!over) {
            leg.show(new CallNotice.Ended(end.label()));
            leg.hangUp(end);
            end(end);
        }
    }

    private void end(CallEnd end) {
        if (!over) {
            over = true;
            why = end;
            timeline.ended(end);
        }
    }
}
