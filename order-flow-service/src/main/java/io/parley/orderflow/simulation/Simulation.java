package io.parley.orderflow.simulation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.campaign.Campaign;
import io.parley.campaign.Reading;
import io.parley.contracts.Fault;
import io.parley.contracts.simulation.SimulatedRow;
import io.parley.contracts.simulation.SimulationReport;
import io.parley.contracts.simulation.SimulationView;
import io.parley.contracts.simulation.SimulationWish;
import io.parley.orderflow.background.BackgroundRun;
import io.parley.orderflow.background.RunState;
import io.parley.orderflow.campaign.OfferedCampaign;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A simulation while it runs and afterwards: so many conversations, several at once, each by its own seed. */
final class Simulation implements BackgroundRun {

    private static final LocalTime TIME_OF_DAY = LocalTime.of(10, 0);

    /** Parts the seeds of neighbouring conversations: the odd constant of SplitMix64. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final String id;
    private final OfferedCampaign offered;
    private final Campaign campaign;
    private final SimulationWish wish;
    private final int atOnce;
    private final Encounter.Services services;
    private final MeterRegistry meters;
    private final Wordings wordings;
    private final ZonedDateTime now;
    private final List<Persona> personas;
    private final Tally tally;
    private final AtomicInteger next = new AtomicInteger();
    private final double faultsBefore;
    private final RunState state = new RunState();

    /**
     * @param wish complete and checked
     * @param atOnce how many customers talk at the same time
     */
    Simulation(
            String id,
            OfferedCampaign offered,
            Reading reading,
            SimulationWish wish,
            int atOnce,
            Encounter.Services services,
            MeterRegistry meters,
            Clock clock) {
        this.id = id;
        this.offered = offered;
        this.campaign = offered.campaign();
        this.wish = wish;
        this.atOnce = atOnce;
        this.services = services;
        this.meters = meters;
        this.wordings = new Wordings(campaign, reading, isCollecting());
        this.now = clock.instant().atZone(campaign.timezone()).with(TIME_OF_DAY);
        this.personas = Optional.ofNullable(wish.persona())
                .flatMap(Persona::of)
                .map(List::of)
                .orElse(List.of(Persona.values()));
        this.tally = new Tally(wish, now.toLocalDate());
        this.faultsBefore = faults();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String campaign() {
        return campaign.id();
    }

    @Override
    public void run() {
        try (ExecutorService customers = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("customer-", 0).daemon().factory())) {
            for (int customer = 0; customer < atOnce; customer++) {
                customers.execute(this::playOn);
            }
        }
        state.end();
    }

    @Override
    public void cancel() {
        state.cancel();
    }

    @Override
    public boolean isOver() {
        return state.isOver();
    }

    List<SimulatedRow> rows() {
        return tally.rows();
    }

    SimulationView view() {
        return new SimulationView(
                id,
                campaign.id(),
                status(),
                tally.played(),
                wish.conversations(),
                state.isOver() ? 0 : tally.secondsLeft(),
                report(),
                state.failure());
    }

    private String status() {
        return state.status(tally.played() >= wish.conversations());
    }

    private SimulationReport report() {
        return tally.report(
                (int) (faults() - faultsBefore),
                state.isOver() ? services.orders().rehearsedTwice() : List.of());
    }

    private void playOn() {
        try {
            for (int number = next.incrementAndGet();
                    number <= wish.conversations() && !state.isStopped();
                    number = next.incrementAndGet()) {
                tally.add(play(number));
            }
        } catch (RuntimeException e) {
            state.fail("simulation " + id, e);
        }
    }

    private Fate play(int number) {
        long seed = Objects.requireNonNull(wish.seed()) * GOLDEN + number * GOLDEN * GOLDEN;
        Random random = new Random(seed);
        Persona persona = personas.get((number - 1) % personas.size());
        Noise noise = new Noise(random, Objects.requireNonNull(wish.typos()), Objects.requireNonNull(wish.noise()));
        SimulatedCustomer customer = new SimulatedCustomer(campaign, wordings, persona, random, noise, now);
        Clock clock = Clock.fixed(now.toInstant(), campaign.timezone());
        return new Encounter(services, offered, customer, persona, random, clock, isCollecting()).play(number);
    }

    private boolean isCollecting() {
        return Boolean.TRUE.equals(wish.rows());
    }

    private double faults() {
        return meters.find("faults").tag("code", Fault.UNEXPECTED.code()).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
