package io.parley.standalone.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * What {@code parley bench calls} found out.
 *
 * @param target whom was called
 * @param calls at once
 * @param seconds for how long
 * @param processors of this machine
 * @param asked how many questions
 * @param unanswered of them, for eight seconds
 * @param endOfTurnMs the silence after which Parley takes the caller's words for complete
 * @param response from the end of the caller's words to the first sound of the reply, that silence included
 * @param aboveWait the same without it
 * @param bargeIn from the caller's first sound to Parley's silence
 * @param broken how calls ended that ended early
 */
record CallsReport(
        String target,
        int calls,
        int seconds,
        int processors,
        int asked,
        int unanswered,
        long endOfTurnMs,
        Latencies response,
        Latencies aboveWait,
        Latencies bargeIn,
        List<String> broken) {

    CallsReport {
        broken = List.copyOf(broken);
    }

    /** Whether every call lasted, and was answered at all. */
    boolean isSound() {
        return broken.isEmpty() && response.count() > 0;
    }

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, %d calls at once for %d s, %d processors%n%d questions, %d of them unanswered for 8 s%n",
                target,
                calls,
                seconds,
                processors,
                asked,
                unanswered);
        out.printf(Locale.ROOT, "%-46s %6s %8s %8s %8s%n", "", "count", "p50 ms", "p95 ms", "max ms");
        print(out, "end of speech to first audio", response);
        print(out, "the same above the end-of-turn wait of " + endOfTurnMs + " ms", aboveWait);
        print(out, "barge-in to silence", bargeIn);
        broken.forEach(how -> out.println("a call ended early: " + how));
    }

    private static void print(PrintWriter out, String what, Latencies latencies) {
        out.printf(
                Locale.ROOT,
                "%-46s %6d %8.0f %8.0f %8.0f%n",
                what,
                latencies.count(),
                latencies.p50Ms(),
                latencies.p95Ms(),
                latencies.maxMs());
    }
}
