package io.parley.standalone.stack;

import io.parley.contracts.chat.CampaignView;
import io.parley.contracts.chat.Offer;
import io.parley.neural.jobs.JobState;
import io.parley.neural.jobs.TrainingJob;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayProblem;
import io.parley.standalone.client.ModelKind;
import io.parley.standalone.embedded.StartFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Waits until a campaign can be sold: until both of its models have learnt and its first reply can be given. */
public final class Readiness {

    private static final Duration POLL = Duration.ofMillis(250);

    /** How long a campaign may be neither sold nor learnt before we ask why. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int NOT_FOUND = 404;

    private final GatewayClient gateway;
    private final String campaign;

    public Readiness(GatewayClient gateway, String campaign) {
        this.gateway = gateway;
        this.campaign = campaign;
    }

    /**
     * Returns when the campaign is offered.
     *
     * @param watcher hears again and again how far its training is
     * @throws StartFailure if its files are wrong or its training failed
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public void await(Consumer<TrainingProgress> watcher) throws InterruptedException {
        Instant idleSince = Instant.now();
        while (!isOffered()) {
            TrainingProgress progress = progress();
            progress.failure().ifPresent(failed -> {
                throw new StartFailure(failed, "Correct it and start again");
            });
            if (!progress.idle()) {
                watcher.accept(progress);
                idleSince = Instant.now();
            } else if (Duration.between(idleSince, Instant.now()).compareTo(PATIENCE) > 0) {
                whyNot().ifPresent(reason -> {
                    throw reason;
                });
                idleSince = Instant.now();
            }
            Thread.sleep(POLL);
        }
    }

    /** The campaigns that are there but cannot be sold yet. */
    public List<String> waiting() {
        return gateway.offers().stream()
                .filter(offer -> !offer.ready())
                .map(Offer::campaign)
                .toList();
    }

    private boolean isOffered() {
        List<Offer> offers = unlessBusy(gateway::offers, List.of());
        return offers.stream().anyMatch(offer -> offer.campaign().equals(campaign) && offer.ready());
    }

    private TrainingProgress progress() {
        List<TrainingProgress.Part> parts = new ArrayList<>();
        for (ModelKind kind : ModelKind.values()) {
            latest(kind).ifPresent(job -> parts.add(new TrainingProgress.Part(kind, job)));
        }
        return new TrainingProgress(campaign, parts);
    }

    private Optional<TrainingJob> latest(ModelKind kind) {
        List<TrainingJob> jobs = unlessBusy(() -> gateway.trainingJobs(kind, campaign), List.of());
        return jobs.stream()
                .filter(job -> job.state() != JobState.CANCELLED)
                .max(Comparator.comparing(TrainingJob::submittedAt));
    }

    /** What the gateway answers; something else while a part of Parley is still too busy to. */
    private static <T> T unlessBusy(Supplier<T> call, T otherwise) {
        try {
            return call.get();
        } catch (GatewayProblem e) {
            if (e.retriable() || e.status() == NOT_FOUND) {
                return otherwise;
            }
            throw e;
        }
    }

    private Optional<StartFailure> whyNot() {
        List<CampaignView> all = unlessBusy(gateway::campaigns, List.of());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Optional<CampaignView> view =
                all.stream().filter(one -> one.campaign().equals(campaign)).findFirst();
        if (view.isEmpty()) {
            return Optional.of(new StartFailure(
                    "There is no campaign '" + campaign + "'",
                    "There are: "
                            + String.join(
                                    ", ",
                                    all.stream().map(CampaignView::campaign).toList())));
        }
        List<String> problems = view.get().problems();
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(new StartFailure(
                        "The campaign '" + campaign + "' has problems:\n  " + String.join("\n  ", problems) + "\n",
                        "Correct them; 'parley validate' shows them again"));
    }
}
