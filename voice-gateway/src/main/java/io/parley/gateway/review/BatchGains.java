package io.parley.gateway.review;

import io.parley.contracts.FaultException;
import io.parley.contracts.review.ReviewBatch;
import io.parley.contracts.review.ReviewBatchGain;
import io.parley.contracts.review.ReviewBatchGain.HeldOut;
import io.parley.gateway.upstream.ModelServices;
import io.parley.gateway.upstream.OrderFlow;
import io.parley.gateway.upstream.TrainedVersion;
import io.parley.gateway.upstream.UpstreamProblem;
import io.parley.gateway.upstream.VersionComparison;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What batches of rows were worth: the version before against the first one that learnt from them, on rows neither has seen. */
@Component
final class BatchGains {

    private final OrderFlow orderFlow;
    private final ModelServices models;

    BatchGains(OrderFlow orderFlow, ModelServices models) {
        this.orderFlow = orderFlow;
        this.models = models;
    }

    /** The champion of the next-state model, or nothing while none is trained. */
    Optional<String> champion(String campaign) {
        return models.nextStateVersions(campaign).stream()
                .filter(TrainedVersion::isChampion)
                .map(TrainedVersion::version)
                .findFirst();
    }

    /** The batches, the latest first. */
    List<ReviewBatchGain> of(String campaign) {
        List<ReviewBatch> batches = orderFlow.reviewBatches(campaign);
        if (batches.isEmpty()) {
            return List.of();
        }
        List<TrainedVersion> versions = models.nextStateVersions(campaign);
        return batches.stream().map(batch -> of(campaign, batch, versions)).toList();
    }

    private ReviewBatchGain of(String campaign, ReviewBatch batch, List<TrainedVersion> versions) {
        Instant learnable = batch.inCampaignSince();
        String before = batch.versionBefore();
        if (learnable == null) {
            return missing(batch, null, "the campaign's utterances.csv does not have all of its rows");
        }
        Optional<TrainedVersion> after = firstUsed(versions, learnable);
        if (after.isEmpty()) {
            return missing(batch, null, "no version that was trained since is in use");
        }
        String version = after.get().version();
        if (before == null) {
            return missing(batch, version, "there was no version before");
        }
        if (before.equals(version)) {
            return missing(batch, version, "the version before had learnt it already");
        }
        try {
            return new ReviewBatchGain(
                    batch, version, heldOut(models.compareNextState(campaign, before, version)), null);
        } catch (UpstreamProblem | FaultException e) {
            return missing(
                    batch,
                    version,
                    before + " and " + version + " cannot be compared: deleted, or nothing is held out");
        }
    }

    /** The first that was trained from the campaign's folder since and is champion, or was when another was trained. */
    private static Optional<TrainedVersion> firstUsed(List<TrainedVersion> versions, Instant since) {
        Set<String> parents = versions.stream()
                .flatMap(version -> Optional.ofNullable(version.parent()).stream())
                .collect(Collectors.toSet());
        return versions.stream()
                .filter(version -> version.source().equals("campaign"))
                .filter(version -> !begunAt(version).isBefore(since))
                .filter(version -> version.isChampion() || parents.contains(version.version()))
                .min(Comparator.comparing(TrainedVersion::createdAt));
    }

    private static Instant begunAt(TrainedVersion version) {
        return version.createdAt().minus(Duration.ofMillis(Math.round(version.seconds() * 1_000)));
    }

    private static HeldOut heldOut(VersionComparison comparison) {
        return new HeldOut(
                comparison.rows(),
                comparison.firstAccuracy(),
                comparison.secondAccuracy(),
                comparison.onlySecond(),
                comparison.onlyFirst(),
                comparison.mcNemar().p());
    }

    private static ReviewBatchGain missing(ReviewBatch batch, @Nullable String after, String why) {
        return new ReviewBatchGain(batch, after, null, why);
    }
}
