package io.parley.contracts.review;

import java.util.List;

/**
 * A part of the queue, the highest gain first.
 *
 * @param total how many there are in all
 * @param from how many come before these
 */
public record ReviewPage(int total, int from, List<ReviewItem> items) {

    public ReviewPage {
        items = List.copyOf(items);
    }
}
