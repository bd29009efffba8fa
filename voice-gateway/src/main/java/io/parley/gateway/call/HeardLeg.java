package io.parley.gateway.call;

import io.parley.speech.Sound;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A leg whose call can be heard by others, both sides at once. What we say is brought to the caller's time frame by frame, as it
 * goes out at the speed of speech. Used by the call's own thread, but for listeners, who come and go on any.
 */
final class HeardLeg implements CallLeg {

    private final CallLeg leg;
    private final Deque<short[]> ours = new ArrayDeque<>();
    private final List<SoundListener> listeners = new CopyOnWriteArrayList<>();
    private int said;
    private boolean over;

    HeardLeg(CallLeg leg) {
        this.leg = leg;
    }

    /** Who comes when the call is over is told so. */
    synchronized void add(SoundListener listener) {
        if (over) {
            listener.ended();
        } else {
            listeners.add(listener);
        }
    }

    void remove(SoundListener listener) {
        listeners.remove(listener);
    }

    /**
     * 20 ms of the caller have come.
     *
     * @param muted whether nobody shall hear them, since a secret is asked for
     */
    void heard(short[] frame, boolean muted) {
        short[] now = next(frame.length);
        short[] theirs = muted ? new short[frame.length] : frame;
        listeners.forEach(listener -> listener.heard(theirs, now));
    }

    /** Nobody hears anything any more. */
    synchronized void ended() {
        over = true;
        listeners.forEach(SoundListener::ended);
        listeners.clear();
    }

    private short[] next(int samples) {
        short[] frame = new short[samples];
        int filled = 0;
        while (filled < samples && !ours.isEmpty()) {
            short[] piece = ours.peek();
            int count = Math.min(samples - filled, piece.length - said);
            System.arraycopy(piece, said, frame, filled, count);
            filled += count;
            said += count;
            if (said == piece.length) {
                ours.remove();
                said = 0;
            }
        }
        return frame;
    }

    @Override
    public void play(Sound sound, String mark) {
        ours.add(sound.atRate(rate()).samples());
        leg.play(sound, mark);
    }

    @Override
    public Duration clear() {
        ours.clear();
        said = 0;
        return leg.clear();
    }

    @Override
    public String kind() {
        return leg.kind();
    }

    @Override
    public int rate() {
        return leg.rate();
    }

    @Override
    public void hangUp(CallEnd why) {
        leg.hangUp(why);
    }

    @Override
    public boolean transfer(String target) {
        return leg.transfer(target);
    }

    @Override
    public void show(CallNotice notice) {
        leg.show(notice);
    }
}
