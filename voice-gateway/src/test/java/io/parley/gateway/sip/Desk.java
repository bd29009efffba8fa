package io.parley.gateway.sip;

import io.parley.gateway.call.CallEnd;
import io.parley.gateway.call.CallLeg;
import io.parley.gateway.call.CallListener;
import io.parley.gateway.call.CallRequest;
import io.parley.gateway.call.NoRoomException;
import io.parley.gateway.call.Switchboard;
import io.parley.speech.Sound;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A switchboard without a conversation: greets with a tone, and keeps what the callers do. */
final class Desk implements Switchboard {

    /** 0.4 s of 440 Hz. */
    static final Sound TONE = tone(3_200);

    final BlockingQueue<Guest> guests = new LinkedBlockingQueue<>();
    private final int room;
    private final Queue<Guest> present = new ConcurrentLinkedQueue<>();

    Desk(int room) {
        this.room = room;
    }

    @Override
    public CallListener connect(CallLeg leg, CallRequest request) throws NoRoomException {
        if (present.size() >= room) {
            throw new NoRoomException(room);
        }
        Guest guest = new Guest(leg, request);
        present.add(guest);
        guests.add(guest);
        leg.play(TONE, "greeting");
        return guest;
    }

    int present() {
        return present.size();
    }

    private static Sound tone(int samples) {
        short[] tone = new short[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (short) (8_000 * Math.sin(2 * Math.PI * 440 * i / 8_000));
        }
        return new Sound(tone, 8_000);
    }

    /** One caller as the conversation meets them. */
    final class Guest implements CallListener {
        final CallLeg leg;
        final CallRequest request;
        final BlockingQueue<Character> digits = new LinkedBlockingQueue<>();
        final BlockingQueue<String> marks = new LinkedBlockingQueue<>();
        final BlockingQueue<CallEnd> ends = new LinkedBlockingQueue<>();
        final AtomicLong frames = new AtomicLong();
        final AtomicLong loud = new AtomicLong();

        private Guest(CallLeg leg, CallRequest request) {
            this.leg = leg;
            this.request = request;
        }

        @Override
        public void heard(short[] frame) {
            frames.incrementAndGet();
            long sum = 0;
            for (short sample : frame) {
                sum += Math.abs(sample);
            }
            if (sum > 500L * frame.length) {
                loud.incrementAndGet();
            }
        }

        @Override
        public void digit(char digit) {
            digits.add(digit);
        }

        @Override
        public void played(String mark) {
            marks.add(mark);
        }

        @Override
        public void ended(CallEnd why) {
            present.remove(this);
            ends.add(why);
        }
    }
}
