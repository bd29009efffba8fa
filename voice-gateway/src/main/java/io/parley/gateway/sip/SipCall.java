package io.parley.gateway.sip;

import io.parley.gateway.call.CallEnd;
import io.parley.gateway.call.CallLeg;
import io.parley.gateway.call.CallListener;
import io.parley.gateway.rtp.RtpListener;
import io.parley.gateway.rtp.RtpSession;
import io.parley.speech.Sound;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A telephone's call: a dialog and its sound. All that is told of the caller comes from the sound's thread, the end last.
 */
final class SipCall implements CallLeg, RtpListener {

    /** What a call asks of its dialog. */
    interface Dialogue {

        /** Tells the other side that we hang up. */
        void bye();

        /** Asks the other side to call somebody else; false where it cannot be asked. */
        boolean refer(String target);

        /** The call is over, and nothing of it is left. */
        void over(CallEnd why);
    }

    private final Dialogue dialogue;
    private final AtomicReference<@Nullable CallEnd> end = new AtomicReference<>();
    private @Nullable RtpSession sound;
    private @Nullable CallListener listener;

    SipCall(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /** Before anything else; its sound begins later. */
    void use(RtpSession session) {
        sound = session;
    }

    /** Before the sound begins. */
    void tell(CallListener hearer) {
        listener = hearer;
    }

    RtpSession sound() {
        if (sound == null) {
            throw new IllegalStateException("a call has its sound from the beginning");
        }
        return sound;
    }

    boolean isOver() {
        return end.get() != null;
    }

    /** The other side hung up, or its dialog is gone; nobody is to be told there. */
    void left(CallEnd why) {
        if (end.compareAndSet(null, why)) {
            sound().close();
        }
    }

    @Override
    public String kind() {
        return "sip";
    }

    @Override
    public int rate() {
        return Sound.TELEPHONE;
    }

    @Override
    public void play(Sound what, String mark) {
        sound().play(what.atRate(Sound.TELEPHONE).samples(), mark);
    }

    @Override
    public Duration clear() {
        return sound().clear();
    }

    @Override
    public void hangUp(CallEnd why) {
        if (end.compareAndSet(null, why)) {
            dialogue.bye();
            sound().close();
        }
    }

    @Override
    public boolean transfer(String target) {
        return !isOver() && dialogue.refer(target);
    }

    @Override
    public void heard(short[] frame) {
        hearer().heard(frame);
    }

    @Override
    public void digit(char digit) {
        hearer().digit(digit);
    }

    @Override
    public void played(String mark) {
        hearer().played(mark);
    }

    @Override
    public void silent() {
        hangUp(CallEnd.CONNECTION_LOST);
    }

    @Override
    public void closed() {
        CallEnd why = end.get();
        if (why == null) {
            // The sound broke off by itself.
            hangUp(CallEnd.CONNECTION_LOST);
            why = CallEnd.CONNECTION_LOST;
        }
        try {
            hearer().ended(why);
        } finally {
            dialogue.over(why);
        }
    }

    private CallListener hearer() {
        if (listener == null) {
            throw new IllegalStateException("a call's sound begins when somebody hears it");
        }
        return listener;
    }
}
