package io.parley.standalone.call;

import io.parley.gateway.rtp.RtpCounts;
import io.parley.gateway.sip.CallerListener;
import io.parley.gateway.sip.SipCaller;
import io.parley.speech.Sound;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One call after a plan: it is the caller's turn whenever the other side has fallen silent, and when nothing is left to do,
 * the caller hangs up at their next turn.
 */
final class SelfTest implements CallerListener {

    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private enum Moment {
        TURN,
        SAID,
        OVER
    }

    private final Protocol protocol;
    private final Turns turns;
    private final BlockingQueue<Moment> moments = new LinkedBlockingQueue<>();
    private final List<short[]> heard = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean answered;
    private volatile boolean busy;
    private volatile String over = "";

    SelfTest(Protocol protocol, int silenceMillis) {
        this.protocol = protocol;
        turns = new Turns(silenceMillis);
    }

    /**
     * How it went.
     *
     * @param well whether the call was answered, the other side heard, and the whole plan carried out
     * @param sound all that was heard of the other side
     */
    record Outcome(boolean well, String why, Sound sound) {}

    /**
     * Calls, and returns when the call is over.
     *
     * @throws IOException if the call cannot be sent
     */
    Outcome run(String target, String host, int port, CallPlan plan, Duration timeout)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        protocol.tell("calling " + target);
        try (SipCaller caller = SipCaller.call(target, host, port, this)) {
            int done = 0;
            boolean hungUp = false;
            boolean timedOut = false;
            for (Moment moment = next(deadline); moment != Moment.OVER; moment = next(deadline)) {
                if (moment == null || System.nanoTime() > deadline) {
                    if (timedOut) {
                        break;
                    }
                    timedOut = true;
                    protocol.tell("the time is over; we hang up");
                    caller.hangUp();
                    deadline = System.nanoTime() + LAST_WORDS.toNanos();
                } else if (moment == Moment.SAID) {
                    busy = false;
                } else if (!busy && done < plan.steps().size()) {
                    take(caller, plan.steps().get(done++));
                } else if (!busy && !hungUp) {
                    hungUp = true;
                    protocol.tell("we hang up");
                    caller.hangUp();
                    deadline = System.nanoTime() + LAST_WORDS.toNanos();
                }
            }
            tellPackets(caller.counts());
            return outcome(done, plan.steps().size(), timedOut);
        }
    }

    @Override
    public void answered() {
        answered = true;
        protocol.tell("answered");
    }

    @Override
    public void heard(short[] frame) {
        heard.add(frame);
        if (turns.heard(frame)) {
            protocol.tell("the other side is silent");
            moments.add(Moment.TURN);
        }
    }

    @Override
    public void played(String mark) {
        moments.add(Moment.SAID);
    }

    @Override
    public void over(String how, boolean wasAnswered) {
        over = how;
        protocol.tell("over: " + how);
        moments.add(Moment.OVER);
    }

    private void take(SipCaller caller, CallPlan.Step step) {
        protocol.tell(step.told());
        switch (step) {
            case CallPlan.Step.Speak(String what, Sound sound) -> {
                busy = true;
                caller.play(sound, what);
            }
            case CallPlan.Step.Press(String keys) -> caller.press(keys);
        }
    }

    private @Nullable Moment next(long deadline) throws InterruptedException {
        return moments.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private Outcome outcome(int done, int steps, boolean timedOut) {
        int samples = heard.stream().mapToInt(frame -> frame.length).sum();
        short[] all = new short[samples];
        int at = 0;
        for (short[] frame : heard) {
            System.arraycopy(frame, 0, all, at, frame.length);
            at += frame.length;
        }
        Sound sound = new Sound(all, Sound.TELEPHONE);
        if (!answered) {
            return new Outcome(false, "the call was not answered: " + over, sound);
        }
        if (timedOut) {
            return new Outcome(false, "the call took longer than it may (--timeout)", sound);
        }
        if (done < steps) {
            return new Outcome(false, "the call ended after " + done + " of " + steps + " steps: " + over, sound);
        }
        return new Outcome(true, "all went well", sound);
    }

    private void tellPackets(RtpCounts counts) {
        protocol.tell("packets received " + counts.received() + ", bridged " + counts.lost() + ", late " + counts.late()
                + ", of strangers " + counts.strangers());
    }
}
