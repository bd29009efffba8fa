package io.parley.standalone.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code parley bench turns} found out.
 *
 * @param campaign what was sold
 * @param url where; null for a Parley of the command's own, in the same JVM as the load
 * @param seed chose scripts and words
 * @param processors of this machine
 * @param scripts the conversation tests that were played
 * @param loads one for each way of making load
 * @param encoderCacheHitRate texts the encoders had seen before, in [0, 1]; null where that cannot be asked
 * @param floor a call that does nothing but what every turn must: HTTP, two Redis operations, one question over Kafka
 * @param timesFloor how many times the floor's median the first load's median is
 */
record TurnsReport(
        String campaign,
        @Nullable String url,
        long seed,
        int processors,
        List<String> scripts,
        List<LoadResult> loads,
        @Nullable Double encoderCacheHitRate,
        Latencies floor,
        double timesFloor) {

    TurnsReport {
        scripts = List.copyOf(scripts);
        loads = List.copyOf(loads);
    }

    boolean isSound() {
        return loads.stream().allMatch(LoadResult::isSound);
    }

    void print(PrintWriter out) {
        out.printf(Locale.ROOT, "%s, %d scripts, seed %d, %d processors%n", campaign, scripts.size(), seed, processors);
        out.printf(
                Locale.ROOT,
                "%-28s %8s %8s %8s %8s %8s %7s %7s %6s %6s %7s %6s%n",
                "load",
                "turns",
                "turns/s",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "max ms",
                "strayed",
                "sales",
                "orders",
                "errors",
                "lost");
        for (LoadResult load : loads) {
            Latencies latencies = load.latencies();
            out.printf(
                    Locale.ROOT,
                    "%-28s %8d %8.1f %8.2f %8.2f %8.2f %7.0f %7d %6d %6d %7d %6d%n",
                    load.load(),
                    load.turns(),
                    load.turnsPerSecond(),
                    latencies.p50Ms(),
                    latencies.p95Ms(),
                    latencies.p99Ms(),
                    latencies.maxMs(),
                    load.strays(),
                    load.sales(),
                    load.orders(),
                    load.errors(),
                    load.lostTurns());
        }
        out.printf(
                Locale.ROOT,
                "floor: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms; a turn takes %.1f times the floor%n",
                floor.p50Ms(),
                floor.p95Ms(),
                floor.p99Ms(),
                timesFloor);
        out.println(
                encoderCacheHitRate == null
                        ? "encoder cache: known only where this command starts a Parley of its own, without --url"
                        : String.format(Locale.ROOT, "encoder cache: %.1f %% hits", 100 * encoderCacheHitRate));
        out.println(isSound() ? "every turn was answered exactly once, and every sale is one order" : "NOT SOUND");
        out.flush();
    }
}
