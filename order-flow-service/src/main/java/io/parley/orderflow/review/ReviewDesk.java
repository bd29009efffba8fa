package io.parley.orderflow.review;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignProblem;
import io.parley.campaign.Example;
import io.parley.campaign.ExampleReader;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.review.ReviewBatch;
import io.parley.contracts.review.ReviewExport;
import io.parley.contracts.review.ReviewItem;
import io.parley.contracts.review.ReviewPage;
import io.parley.contracts.review.ReviewRow;
import io.parley.contracts.review.ReviewVerdict;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where operators decide what utterances mean, and take the rows away that come of it. */
@Component
final class ReviewDesk {

    private final Campaigns campaigns;
    private final Reviews reviews;
    private final ReviewBatches batches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReviewDesk(
            Campaigns campaigns, Reviews reviews, ReviewBatches batches, TransactionTemplate transaction, Clock clock) {
        this.campaigns = campaigns;
        this.reviews = reviews;
        this.batches = batches;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Those with that status, the highest gain first; of equal ones the older first. */
    ReviewPage page(String campaign, ReviewStatus status, int from, int limit) {
        OfferedCampaign offered = campaigns.offered(campaign);
        Set<String> heldOut = heldOut(campaign);
        List<Review> found = reviews.with(campaign, status);
        double[] gains = ExpectedGain.of(found.stream()
                .map(review ->
                        new ExpectedGain.Said(review.state(), review.text(), review.uncertainty(), review.count()))
                .toList());
        List<ReviewItem> items = IntStream.range(0, found.size())
                .mapToObj(i -> item(offered, found.get(i), gains[i], heldOut))
                .sorted(Comparator.comparingDouble(ReviewItem::gain).reversed().thenComparingLong(ReviewItem::id))
                .skip(from)
                .limit(limit)
                .toList();
        return new ReviewPage(found.size(), from, items);
    }

    /**
     * @throws FaultException {@link Fault#REVIEW_NOT_FOUND}, {@link Fault#REVIEW_REFUSED}, {@link Fault#REQUEST_INVALID}
     */
    ReviewItem decide(String campaign, long id, ReviewVerdict verdict) {
        OfferedCampaign offered = campaigns.offered(campaign);
        Review review = reviews.one(campaign, id).orElseThrow(() -> notFound("utterance", id));
        Set<String> heldOut = heldOut(campaign);
        switch (Objects.requireNonNullElse(verdict.verdict(), "")) {
            case "approve" -> {
                if (verdict.label() != null) {
                    throw invalid("\"approve\" takes the proposed label; to give another, send \"relabel\"");
                }
                label(offered.campaign(), review, review.proposed(), verdict.fact(), heldOut);
            }
            case "relabel" -> {
                if (verdict.label() == null) {
                    throw invalid("name the right label: {\"verdict\": \"relabel\", \"label\": \"question\"}");
                }
                label(offered.campaign(), review, verdict.label(), verdict.fact(), heldOut);
            }
            case "dismiss" -> decided(campaign, review, ReviewStatus.DISMISSED, null, null);
            default -> throw invalid("\"verdict\" is approve, relabel or dismiss");
        }
        Review now = reviews.one(campaign, id).orElseThrow(() -> notFound("utterance", id));
        return item(offered, now, 0, heldOut);
    }

    /** Approved rows that are in no batch yet. */
    ReviewExport waiting(String campaign) {
        Sorted sorted = sorted(campaign);
        return export(null, sorted.left(), rows(sorted.rows()));
    }

    /** The rows of a batch, as far as they are still kept. */
    ReviewExport exported(String campaign, long batch) {
        campaigns.requireKnown(campaign);
        if (batches.all(campaign).stream().noneMatch(one -> one.id() == batch)) {
            throw notFound("batch", batch);
        }
        return export(batch, 0, rows(rowsOf(campaign, batch)));
    }

    /**
     * Makes a batch of the approved rows; those whose words the campaign holds out by now stay where they are.
     *
     * @throws FaultException {@link Fault#REQUEST_INVALID} if none is approved
     */
    ReviewExport batch(String campaign, @Nullable String versionBefore) {
        Sorted sorted = sorted(campaign);
        if (sorted.rows().isEmpty()) {
            throw invalid("no approved utterance waits to be exported");
        }
        int relabelled = Math.toIntExact(sorted.rows().stream()
                .filter(review -> !review.label().equals(Optional.of(review.proposed())))
                .count());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Long id = transaction.execute(status -> {
            long batch = batches.open(campaign, sorted.rows().size(), relabelled, now, versionBefore);
            reviews.export(campaign, sorted.rows().stream().map(Review::id).collect(Collectors.toSet()), batch);
            return batch;
        });
        return export(id, sorted.left(), rows(sorted.rows()));
    }

    /** The batches, the latest first. Of each that was not yet seen in the campaign's rows it is looked up. */
    List<ReviewBatch> batches(String campaign) {
        campaigns.requireKnown(campaign);
        List<ReviewBatch> all = batches.all(campaign);
        if (all.stream().allMatch(batch -> batch.inCampaignSince() != null)) {
            return all;
        }
        Set<List<String>> learnt = campaigns.reading(campaign).examples().stream()
                .map(ReviewDesk::key)
                .collect(Collectors.toSet());
        Instant changed = campaigns.utterancesChangedAt(campaign).truncatedTo(ChronoUnit.MICROS);
        for (ReviewBatch batch : all) {
            List<Review> rows = rowsOf(campaign, batch.id());
            if (batch.inCampaignSince() == null
                    && rows.size() == batch.rows()
                    && rows.stream().map(ReviewDesk::key).allMatch(learnt::contains)) {
                batches.foundInCampaign(batch.id(), changed);
            }
        }
        return batches.all(campaign);
    }

    private void label(Campaign campaign, Review review, String label, @Nullable String fact, Set<String> heldOut) {
        if (heldOut.contains(RowText.normalised(review.text()))) {
            throw refused(
                    "The campaign holds these words out in held-out.csv; what is learnt tests nothing any more.",
                    List.of());
        }
        ReviewRow row =
                new ReviewRow("review", review.text(), label, review.state(), Objects.requireNonNullElse(fact, ""));
        List<String> problems =
                ExampleReader.read(campaign, "review", RowFile.of(List.of(row)).getBytes(StandardCharsets.UTF_8))
                        .problems()
                        .stream()
                        .filter(CampaignProblem::isError)
                        .map(CampaignProblem::message)
                        .toList();
        if (!problems.isEmpty()) {
            throw refused("utterances.csv cannot take it so: " + problems.getFirst(), problems);
        }
        decided(campaign.id(), review, ReviewStatus.APPROVED, label, fact);
    }

    private void decided(
            String campaign, Review review, ReviewStatus status, @Nullable String label, @Nullable String fact) {
        if (!reviews.decide(campaign, review.id(), status, label, fact)) {
            throw refused("It was exported in batch " + review.batch().orElse(0L) + " already.", List.of());
        }
    }

    /**
     * @param rows approved, in the order they were queued
     * @param left how many are approved but held out
     */
    private record Sorted(List<Review> rows, int left) {}

    private Sorted sorted(String campaign) {
        campaigns.requireKnown(campaign);
        Set<String> heldOut = heldOut(campaign);
        List<Review> approved = new ArrayList<>(reviews.with(campaign, ReviewStatus.APPROVED));
        int all = approved.size();
        approved.removeIf(review -> heldOut.contains(RowText.normalised(review.text())));
        approved.sort(Comparator.comparingLong(Review::id));
        return new Sorted(List.copyOf(approved), all - approved.size());
    }

    private List<Review> rowsOf(String campaign, long batch) {
        return reviews.with(campaign, ReviewStatus.EXPORTED).stream()
                .filter(review -> review.batch().equals(Optional.of(batch)))
                .sorted(Comparator.comparingLong(Review::id))
                .toList();
    }

    private static List<ReviewRow> rows(List<Review> reviews) {
        return reviews.stream()
                .map(review -> new ReviewRow(
                        "review-" + review.id(),
                        review.text(),
                        review.label().orElse(review.proposed()),
                        review.state(),
                        review.fact().orElse("")))
                .toList();
    }

    private static ReviewExport export(@Nullable Long batch, int left, List<ReviewRow> rows) {
        return new ReviewExport(batch, left, rows, RowFile.of(rows));
    }

    private static ReviewItem item(OfferedCampaign offered, Review review, double gain, Set<String> heldOut) {
        return new ReviewItem(
                review.id(),
                review.state(),
                review.text(),
                offered.machine().possibleNext(review.state()),
                review.proposed(),
                review.confidence(),
                review.reasons(),
                review.count(),
                gain,
                heldOut.contains(RowText.normalised(review.text())),
                review.status().label(),
                review.label().orElse(null),
                review.fact().orElse(null),
                review.lastAt());
    }

    private Set<String> heldOut(String campaign) {
        return campaigns.reading(campaign).heldOut().stream()
                .map(example -> RowText.normalised(example.text().value()))
                .collect(Collectors.toSet());
    }

    private static List<String> key(Example example) {
        return List.of(example.state(), RowText.normalised(example.text().value()), example.label());
    }

    private static List<String> key(Review review) {
        return List.of(
                review.state(),
                RowText.normalised(review.text()),
                review.label().orElse(review.proposed()));
    }

    private static FaultException notFound(String what, long id) {
        return new FaultException(Fault.REVIEW_NOT_FOUND, "There is no " + what + " " + id + " to review here.");
    }

    private static FaultException invalid(String detail) {
        return new FaultException(Fault.REQUEST_INVALID, detail);
    }

    private static FaultException refused(String detail, List<String> problems) {
        return new FaultException(Fault.REVIEW_REFUSED, detail, problems);
    }
}
