package io.parley.gateway.review;

import io.parley.contracts.review.ReviewBatchGain;
import io.parley.contracts.review.ReviewBatchOrder;
import io.parley.contracts.review.ReviewExport;
import io.parley.contracts.review.ReviewItem;
import io.parley.contracts.review.ReviewPage;
import io.parley.contracts.review.ReviewVerdict;
import io.parley.gateway.upstream.OrderFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/campaigns/{campaign}/reviews")
@Tag(name = "Reviews", description = "Utterances that are worth a look, labelled and exported as rows to learn from.")
final class ReviewsController {

    private final OrderFlow orderFlow;
    private final BatchGains gains;

    ReviewsController(OrderFlow orderFlow, BatchGains gains) {
        this.orderFlow = orderFlow;
        this.gains = gains;
    }

    @GetMapping
    @Operation(
            summary = "Utterances that are worth a look, the highest expected gain first",
            description = "What the network was unsure of, what was asked about, corrected, or led to a person. What"
                    + " customers said is masked.")
    ReviewPage page(
            @PathVariable String campaign,
            @Parameter(description = "open, approved, exported or dismissed") @RequestParam(defaultValue = "open")
                    String status,
            @Parameter(description = "How many to skip") @RequestParam(defaultValue = "0") int from,
            @Parameter(description = "How many to list, 1 to 200") @RequestParam(defaultValue = "50") int limit) {
        return orderFlow.reviews(campaign, status, from, limit);
    }

    @PostMapping("/{review:[0-9]+}")
    @Operation(
            summary = "Decide what an utterance means",
            description = "Approve the proposed label, give another one, or dismiss it. A label that utterances.csv"
                    + " could not have there is refused, and so are words that are held out.")
    ReviewItem decide(@PathVariable String campaign, @PathVariable long review, @RequestBody ReviewVerdict verdict) {
        return orderFlow.decideReview(campaign, review, verdict);
    }

    @GetMapping(path = "/export", produces = "text/csv")
    @Operation(
            summary = "Approved rows as a file like utterances.csv",
            description = "Those of a batch, or those that are in none yet. As JSON to whoever accepts that.")
    String csv(@PathVariable String campaign, @RequestParam(required = false) @Nullable Long batch) {
        return rows(campaign, batch).csv();
    }

    @GetMapping(path = "/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Approved rows as a file like utterances.csv")
    ReviewExport rows(@PathVariable String campaign, @RequestParam(required = false) @Nullable Long batch) {
        return orderFlow.reviewRows(campaign, batch == null ? OptionalLong.empty() : OptionalLong.of(batch));
    }

    @PostMapping("/batches")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a batch of the approved rows",
            description = "They leave the queue. Append them to utterances.csv and train; the batch then tells what it"
                    + " was worth.")
    ReviewExport batch(@PathVariable String campaign) {
        return orderFlow.batchReviews(
                campaign, new ReviewBatchOrder(gains.champion(campaign).orElse(null)));
    }

    @GetMapping("/batches")
    @Operation(
            summary = "What each batch was worth",
            description = "The version that was champion before against the first one that learnt from the rows and was"
                    + " used, on the campaign's held-out rows.")
    List<ReviewBatchGain> batches(@PathVariable String campaign) {
        return gains.of(campaign);
    }
}
