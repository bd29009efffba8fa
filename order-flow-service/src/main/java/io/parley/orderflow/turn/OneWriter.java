package io.parley.orderflow.turn;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Lets the turns of one conversation through one after the other, in the order they came. It only orders this
 * instance's; two instances are kept apart by the session's version.
 */
@Component
final class OneWriter {

    private static final int STRIPES = 1_024;

    private final ReentrantLock[] stripes =
            IntStream.range(0, STRIPES).mapToObj(i -> new ReentrantLock(true)).toArray(ReentrantLock[]::new);

    <T> T inOrder(String conversation, Supplier<T> turn) {
        ReentrantLock lock = stripes[Math.floorMod(conversation.hashCode(), STRIPES)];
        lock.lock();
        try {
            return turn.get();
        } finally {
            lock.unlock();
        }
    }
}
