package io.parley.standalone.platform;

import java.util.ArrayList;
import java.util.List;

/** What a test has started, to be stopped when it is over, the last first. */
final class Running implements AutoCloseable {

    private final List<AutoCloseable> started = new ArrayList<>();

    <T extends AutoCloseable> T keep(T one) {
        started.add(one);
        return one;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : started.reversed()) {
            one.close();
        }
    }
}
