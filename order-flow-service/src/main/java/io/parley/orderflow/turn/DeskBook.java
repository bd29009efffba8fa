package io.parley.orderflow.turn;

import io.parley.contracts.desk.DeskChange;
import io.parley.orderflow.handoff.DeskFeed;
import io.parley.orderflow.handoff.HandOffQueue;
import io.parley.orderflow.handoff.HandOffState;
import io.parley.session.Session;
import io.parley.session.Session.HandOff;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Writes down for the desk what a customer's turn came to. The session has the last word, and the queue follows it. */
@Component
final class DeskBook {

    private static final Logger log = LoggerFactory.getLogger(DeskBook.class);

    private final HandOffQueue queue;
    private final DeskFeed feed;

    DeskBook(HandOffQueue queue, DeskFeed feed) {
        this.queue = queue;
        this.feed = feed;
    }

    /**
     * Whoever hears that they wait is in the queue.
     *
     * @throws DataAccessException if the database does not take it; then nobody is told that they wait
     */
    void beforeSave(Session before, Session after) {
        HandOff wish = after.handOff();
        if (wish != null && before.handOff() == null) {
            queue.enter(wish.id(), after.id(), after.contact().campaign(), wish.since());
        }
    }

    /** Tells the desk what a saved turn changed; never fails, since the turn has happened. */
    void afterSave(Session before, Session after, @Nullable String turnId) {
        HandOff was = before.handOff();
        HandOff is = after.handOff();
        HandOff either = was == null ? is : was;
        if (either == null) {
            return;
        }
        if (is == null) {
            end(either.id(), after);
        }
        feed.tell(new DeskChange(after.id(), either.id(), turnId));
    }

    private void end(String wish, Session after) {
        try {
            queue.ended(wish, HandOffState.WITHDRAWN, after.outcome(), after.updatedAt());
        } catch (DataAccessException e) {
            log.atWarn()
                    .addKeyValue("conversation", after.id())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("a hand-off that is over still stands in the queue; it is taken out when somebody looks");
        }
    }
}
