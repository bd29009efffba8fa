package io.parley.standalone.bench;

import io.parley.contracts.chat.OrderView;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Customers who buy, many at once. */
final class Load {

    private final GatewayClient gateway;
    private final String campaign;
    private final Map<Script, List<String>> scripts;
    private final long seed;
    private final AtomicLong customers = new AtomicLong();
    private final Queue<Duration> latencies = new ConcurrentLinkedQueue<>();
    private final Queue<Purchase> finished = new ConcurrentLinkedQueue<>();
    private final AtomicLong unopened = new AtomicLong();

    /**
     * @param scripts what customers say, with the state after each line when it is said plainly
     * @param seed makes the choice of scripts and of words repeatable
     */
    Load(GatewayClient gateway, String campaign, Map<Script, List<String>> scripts, long seed) {
        this.gateway = gateway;
        this.campaign = campaign;
        this.scripts = Map.copyOf(scripts);
        this.seed = seed;
    }

    /** That many customers at once, each speaking as soon as it was answered; a new one follows whoever leaves. */
    LoadResult closedLoop(int atOnce, Duration duration) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            Callable<Void> customers = () -> {
                while (System.nanoTime() < end) {
                    Purchase purchase = begin();
                    boolean more = purchase != null;
                    while (purchase != null && more && System.nanoTime() < end) {
                        more = timedStep(purchase, System.nanoTime());
                    }
                    if (purchase != null) {
                        finished.add(purchase);
                    }
                }
                return null;
            };
            requireAll(threads.invokeAll(Collections.nCopies(atOnce, customers)));
        }
        return result("%d conversations at once".formatted(atOnce), start);
    }

    /** So many turns a second whether or not earlier ones were answered; whoever is not served waits, and that counts. */
    LoadResult openLoop(double rate, Duration duration) throws InterruptedException {
        long start = System.nanoTime();
        long interval = (long) (TimeUnit.SECONDS.toNanos(1) / rate);
        long count = duration.toNanos() / interval;
        Queue<Purchase> waiting = new ConcurrentLinkedQueue<>();
        List<Future<Void>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (long i = 0; i < count; i++) {
                long due = start + i * interval;
                long ahead = due - System.nanoTime();
                if (ahead > 0) {
                    TimeUnit.NANOSECONDS.sleep(ahead);
                }
                sent.add(threads.submit(() -> {
                    Purchase known = waiting.poll();
                    Purchase purchase = known == null ? begin() : known;
                    if (purchase != null) {
                        // A newcomer's greeting is no turn: its first turn is due when the greeting is there.
                        boolean more = timedStep(purchase, known == null ? System.nanoTime() : due);
                        (more ? waiting : finished).add(purchase);
                    }
                    return null;
                }));
            }
        }
        requireAll(sent);
        finished.addAll(waiting);
        return result("%.1f turns a second".formatted(rate), start);
    }

    /** What went wrong in the load itself; that the gateway answers with a problem is counted and goes on. */
    private static void requireAll(List<Future<Void>> all) throws InterruptedException {
        for (Future<Void> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the load broke off", e.getCause());
            }
        }
    }

    private @Nullable Purchase begin() {
        long customer = customers.getAndIncrement();
        List<Script> all = List.copyOf(scripts.keySet());
        Random random = new Random(seed * 1_000_003 + customer);
        Script script = all.stream()
                .sorted(Comparator.comparing(Script::title))
                .skip(random.nextInt(all.size()))
                .findFirst()
                .orElseThrow();
        try {
            return Purchase.varied(
                    gateway,
                    campaign,
                    script,
                    scripts.getOrDefault(script, List.of()),
                    new Variation(random.nextLong()));
        } catch (GatewayProblem e) {
            unopened.incrementAndGet();
            return null;
        }
    }

    private boolean timedStep(Purchase purchase, long due) throws InterruptedException {
        int before = purchase.turns();
        boolean more = purchase.step();
        if (purchase.turns() > before) {
            latencies.add(Duration.ofNanos(System.nanoTime() - due));
        }
        return more;
    }

    private LoadResult result(String load, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        long turns = finished.stream().mapToLong(Purchase::turns).sum();
        long strays = finished.stream().mapToLong(Purchase::strays).sum();
        long errors = finished.stream().mapToLong(Purchase::errors).sum() + unopened.get();
        long sales = finished.stream().filter(Purchase::sold).count();
        long ended = finished.stream().filter(Purchase::ended).count();
        return new LoadResult(
                load,
                round(seconds),
                turns,
                round(turns / seconds),
                Latencies.of(latencies),
                strays,
                turns == 0 ? 0 : (double) strays / turns,
                errors,
                turns + errors == 0 ? 0 : (double) errors / (turns + errors),
                finished.size(),
                sales,
                ended == 0 ? 0 : (double) sales / ended,
                orders(finished),
                finished.stream().mapToLong(Purchase::lostTurns).sum());
    }

    private long orders(Collection<Purchase> purchases) {
        Set<String> ours = purchases.stream().map(Purchase::conversationId).collect(Collectors.toSet());
        return gateway.orders().stream()
                .map(OrderView::conversationId)
                .filter(ours::contains)
                .count();
    }

    private static double round(double value) {
        return Math.round(100 * value) / 100.0;
    }
}
