package io.parley.orderflow.simulation;

import io.parley.contracts.simulation.SimulatedRow;
import io.parley.contracts.simulation.SimulationReport;
import io.parley.contracts.simulation.SimulationReport.PersonaFigures;
import io.parley.contracts.simulation.SimulationReport.Trouble;
import io.parley.contracts.simulation.SimulationWish;
import io.parley.orderflow.simulation.Fate.Counts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Sums up what became of conversations, in whatever order they end. Safe for use by many threads. */
final class Tally {

    private static final int TOLD = 20;
    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private final SimulationWish wish;
    private final LocalDate today;
    private final long begun = System.nanoTime();
    private final Map<Persona, Share> shares = new TreeMap<>();
    private final Set<String> conversations = new HashSet<>();
    private final List<Fate> troubled = new ArrayList<>();
    private final List<Fate> rows = new ArrayList<>();
    private long lastEnded = begun;

    private static final class Share {
        private final Counts counts = new Counts();
        private int conversations;
        private int completed;
        private int lost;
    }

    Tally(SimulationWish wish, LocalDate today) {
        this.wish = wish;
        this.today = today;
    }

    synchronized void add(Fate fate) {
        Share share = shares.computeIfAbsent(fate.persona(), key -> new Share());
        share.conversations++;
        share.counts.add(fate.counts());
        if (fate.isSale()) {
            share.completed++;
        } else if (fate.outcome() != null) {
            share.lost++;
        }
        conversations.add(fate.conversation());
        if (!fate.trouble().isEmpty() || !fate.isSale()) {
            troubled.add(fate);
        }
        if (!fate.rows().isEmpty()) {
            rows.add(fate);
        }
        lastEnded = System.nanoTime();
    }

    synchronized int played() {
        return conversations.size();
    }

    synchronized double secondsLeft() {
        int played = conversations.size();
        return played == 0 ? 0 : (System.nanoTime() - begun) / NANOS / played * (wish.conversations() - played);
    }

    /** Every row for training, conversation by conversation. */
    synchronized List<SimulatedRow> rows() {
        return rows.stream()
                .sorted(Comparator.comparingInt(Fate::number))
                .flatMap(fate -> fate.rows().stream())
                .toList();
    }

    /**
     * @param faults faults of ours that were met meanwhile
     * @param orderedTwice conversations with more than one order, of this simulation or another
     */
    synchronized SimulationReport report(int faults, List<String> orderedTwice) {
        Counts all = new Counts();
        Map<String, Double> completion = new TreeMap<>();
        Map<String, PersonaFigures> personas = new TreeMap<>();
        shares.forEach((persona, share) -> {
            all.add(share.counts);
            completion.put(persona.label(), (double) share.completed / share.conversations);
            personas.put(persona.label(), figures(share));
        });
        double seconds = (lastEnded - begun) / NANOS;
        return new SimulationReport(
                conversations.size(),
                Objects.requireNonNull(wish.seed()),
                Objects.requireNonNull(wish.typos()),
                Objects.requireNonNull(wish.noise()),
                today.toString(),
                seconds,
                seconds > 0 ? all.turns / seconds : 0,
                completion,
                all.traps,
                all.errors + faults,
                all.lostOrders,
                (int) orderedTwice.stream().filter(conversations::contains).count(),
                all.unconfirmedSlots,
                all.personAsked,
                all.personReached,
                personas,
                troubles());
    }

    private static PersonaFigures figures(Share share) {
        Counts counts = share.counts;
        return new PersonaFigures(
                share.conversations,
                share.completed,
                share.lost,
                counts.stalled,
                counts.turns,
                counts.digressions,
                counts.ladders,
                counts.corrections,
                counts.wrongSlots,
                counts.refused);
    }

    /** The worst first: who was trapped or met a fault, then who got a wrong order, then who did not buy. */
    private static int rank(Fate fate) {
        if (fate.counts().traps + fate.counts().errors + fate.counts().lostOrders > 0) {
            return 0;
        }
        return fate.trouble().isEmpty() ? 2 : 1;
    }

    private List<Trouble> troubles() {
        return troubled.stream()
                .sorted(Comparator.comparingInt(Tally::rank).thenComparingInt(Fate::number))
                .limit(TOLD)
                .map(fate -> new Trouble(
                        fate.number(),
                        fate.conversation(),
                        fate.persona().label(),
                        fate.trouble().isEmpty() ? "it ended without a sale" : String.join("; ", fate.trouble()),
                        fate.transcript()))
                .toList();
    }
}
