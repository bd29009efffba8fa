package io.parley.gateway.sip;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What a caller hears and learns of a call. */
final class Telephone implements CallerListener {
    final CountDownLatch answered = new CountDownLatch(1);
    final BlockingQueue<String> over = new LinkedBlockingQueue<>();
    final AtomicLong loud = new AtomicLong();

    @Override
    public void answered() {
        answered.countDown();
    }

    @Override
    public void heard(short[] frame) {
        for (short sample : frame) {
            if (Math.abs(sample) > 4_000) {
                loud.incrementAndGet();
                return;
            }
        }
    }

    @Override
    public void over(String how, boolean wasAnswered) {
        over.add(how);
    }
}
