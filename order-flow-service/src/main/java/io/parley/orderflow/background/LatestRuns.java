package io.parley.orderflow.background;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The latest runs of one kind. They are forgotten when the service ends.
 *
 * @param <R> the kind
 */
public final class LatestRuns<R extends BackgroundRun> {

    private static final int REMEMBERED = 10;

    private final String kind;
    private final Fault running;
    private final Fault notFound;
    private final Map<String, R> latest = new LinkedHashMap<>();

    /**
     * @param kind for people: {@code simulation}
     * @param running what it is when one is asked for while another runs
     * @param notFound what it is when one is asked for that is not there
     */
    public LatestRuns(String kind, Fault running, Fault notFound) {
        this.kind = kind;
        this.running = running;
        this.notFound = notFound;
    }

    /**
     * Begins one unless another runs.
     *
     * @param preparation makes it; its refusals go through
     * @throws FaultException if another is running
     */
    public synchronized R begin(Supplier<R> preparation) {
        if (latest.values().stream().anyMatch(run -> !run.isOver())) {
            throw new FaultException(running, "Another " + kind + " is running; wait for its end or cancel it.");
        }
        R run = preparation.get();
        latest.put(run.id(), run);
        while (latest.size() > REMEMBERED) {
            latest.remove(latest.keySet().iterator().next());
        }
        Thread.ofPlatform().name(kind).daemon().start(run::run);
        return run;
    }

    /**
     * The run of that id.
     *
     * @throws FaultException if it is not among the latest of this campaign
     */
    public synchronized R get(String campaign, String id) {
        R run = latest.get(id);
        if (run == null || !run.campaign().equals(campaign)) {
            throw new FaultException(
                    notFound,
                    "The campaign " + campaign + " has no " + kind + " " + id + "; only the latest are kept.");
        }
        return run;
    }

    /** The latest that fits. */
    public synchronized Optional<R> latest(Predicate<R> fitting) {
        return List.copyOf(latest.values()).reversed().stream().filter(fitting).findFirst();
    }
}
