package io.parley.standalone.call;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** What happened in a call, a line each, with the seconds since it began. Thread-safe. */
final class Protocol {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final PrintWriter out;
    private final long begin = System.nanoTime();

    Protocol(PrintWriter out) {
        this.out = out;
    }

    synchronized void tell(String what) {
        out.println(String.format(Locale.ROOT, "%7.2f s  %s", (System.nanoTime() - begin) / SECOND, what));
        out.flush();
    }
}
