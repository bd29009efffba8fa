package io.parley.orderflow.mutation;

import io.parley.campaign.ConversationTest;
import io.parley.contracts.chat.ConversationTestReport.Result;
import io.parley.contracts.mutation.MutationReport;
import io.parley.contracts.mutation.MutationView;
import io.parley.orderflow.background.BackgroundRun;
import io.parley.orderflow.background.RunState;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.flow.FlowMachine;
import io.parley.orderflow.rehearsal.Rehearsal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Plays the conversation tests against every mutant until one of them fails: then the mutant is killed. */
final class MutationRun implements BackgroundRun {

    private final String id;
    private final OfferedCampaign offered;
    private final Campaigns campaigns;
    private final Rehearsal rehearsal;
    private final int atOnce;
    private final List<Mutant> mutants;
    private final @Nullable Boolean[] killed;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger judged = new AtomicInteger();
    /** Neighbouring mutants tend to be killed by the same tests, so those that killed lately are played first. */
    private final Deque<ConversationTest> killers;

    private final long begun = System.nanoTime();
    private final RunState state = new RunState();

    /** @param atOnce how many mutants are tested at the same time */
    MutationRun(String id, OfferedCampaign offered, Campaigns campaigns, Rehearsal rehearsal, int atOnce) {
        this.id = id;
        this.offered = offered;
        this.campaigns = campaigns;
        this.rehearsal = rehearsal;
        this.atOnce = atOnce;
        this.mutants = Mutations.of(offered.campaign());
        this.killed = new @Nullable Boolean[mutants.size()];
        this.killers = new ConcurrentLinkedDeque<>(offered.tests());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String campaign() {
        return offered.campaign().id();
    }

    @Override
    public void run() {
        try {
            if (passesAsItIs()) {
                try (ExecutorService testers = Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().name("mutation-", 0).daemon().factory())) {
                    for (int tester = 0; tester < atOnce; tester++) {
                        testers.execute(this::testOn);
                    }
                }
            }
        } catch (RuntimeException e) {
            state.fail("mutation run " + id, e);
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

    MutationView view() {
        int done = judged.get();
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
        return new MutationView(
                id,
                campaign(),
                status(),
                done,
                mutants.size(),
                state.isOver() || done == 0 ? 0 : seconds / done * (mutants.size() - done),
                report(),
                state.failure());
    }

    private String status() {
        return state.status(judged.get() == mutants.size());
    }

    private MutationReport report() {
        List<MutationReport.Tried> tried = new ArrayList<>();
        synchronized (killed) {
            for (int at = 0; at < killed.length; at++) {
                if (killed[at] != null) {
                    Mutant mutant = mutants.get(at);
                    tried.add(new MutationReport.Tried(mutant.kind(), mutant.what(), killed[at]));
                }
            }
        }
        return MutationReport.of(campaign(), offered.tests().size(), tried);
    }

    private boolean passesAsItIs() {
        List<String> failing = offered.tests().stream()
                .map(test -> rehearsal.playOrFail(offered, test))
                .filter(result -> !result.passed())
                .map(Result::file)
                .toList();
        if (!failing.isEmpty()) {
            state.fail("of the conversation tests " + failing.size() + " fail on the campaign as it is ("
                    + String.join(", ", failing) + "); mend them first, parley test tells how they differ");
        }
        return failing.isEmpty();
    }

    private void testOn() {
        try {
            for (int at = next.getAndIncrement();
                    at < mutants.size() && !state.isStopped();
                    at = next.getAndIncrement()) {
                boolean dead = isKilled(mutants.get(at));
                synchronized (killed) {
                    killed[at] = dead;
                }
                judged.incrementAndGet();
            }
        } catch (RuntimeException e) {
            state.fail("mutation run " + id, e);
        }
    }

    private boolean isKilled(Mutant mutant) {
        OfferedCampaign broken =
                new OfferedCampaign(mutant.campaign(), new FlowMachine(mutant.campaign()), offered.tests());
        try (Campaigns.Engagement engagement = campaigns.engage(broken)) {
            for (ConversationTest test : List.copyOf(killers)) {
                if (!rehearsal.playOrFail(broken, test).passed()) {
                    killers.remove(test);
                    killers.addFirst(test);
                    return true;
                }
            }
            return false;
        }
    }
}
