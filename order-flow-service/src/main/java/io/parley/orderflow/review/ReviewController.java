package io.parley.orderflow.review;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.review.ReviewBatch;
import io.parley.contracts.review.ReviewBatchOrder;
import io.parley.contracts.review.ReviewExport;
import io.parley.contracts.review.ReviewItem;
import io.parley.contracts.review.ReviewPage;
import io.parley.contracts.review.ReviewVerdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Utterances for review, for operators; the gateway lets nobody else through. */
@RestController
@RequestMapping("/campaigns/{campaign}/reviews")
final class ReviewController {

    private static final int MOST = 200;

    private final ReviewDesk desk;

    ReviewController(ReviewDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ReviewPage page(
            @PathVariable String campaign,
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "50") int limit) {
        Optional<ReviewStatus> wanted = Arrays.stream(ReviewStatus.values())
                .filter(one -> one.label().equals(status))
                .findFirst();
        if (wanted.isEmpty() || from < 0 || limit < 1 || limit > MOST) {
            throw new FaultException(
                    Fault.REQUEST_INVALID,
                    "status is open, approved, exported or dismissed; from is at least 0; limit is 1 to " + MOST + ".");
        }
        return desk.page(campaign, wanted.get(), from, limit);
    }

    @PostMapping("/{id:[0-9]{1,15}}")
    ReviewItem decide(@PathVariable String campaign, @PathVariable long id, @RequestBody ReviewVerdict verdict) {
        return desk.decide(campaign, id, verdict);
    }

    @GetMapping("/export")
    ReviewExport export(@PathVariable String campaign, @RequestParam(required = false) @Nullable Long batch) {
        return batch == null ? desk.waiting(campaign) : desk.exported(campaign, batch);
    }

    @GetMapping("/batches")
    List<ReviewBatch> batches(@PathVariable String campaign) {
        return desk.batches(campaign);
    }

    @PostMapping("/batches")
    ReviewExport batch(@PathVariable String campaign, @RequestBody ReviewBatchOrder order) {
        return desk.batch(campaign, order.versionBefore());
    }
}
