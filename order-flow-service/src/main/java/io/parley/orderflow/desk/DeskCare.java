package io.parley.orderflow.desk;

import io.parley.orderflow.handoff.Agents;
import io.parley.orderflow.handoff.HandOffProperties;
import io.parley.orderflow.handoff.HandOffQueue;
import io.parley.orderflow.handoff.HandOffRow;
import io.parley.orderflow.turn.DeskTurns;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sees to it that nobody is trapped at the desk: frees those whose person left, and tells those who wait too long. */
@Component
final class DeskCare {

    private static final Logger log = LoggerFactory.getLogger(DeskCare.class);

    private final HandOffQueue queue;
    private final Agents agents;
    private final DeskTurns turns;
    private final HandOffProperties patience;
    private final Clock clock;

    DeskCare(HandOffQueue queue, Agents agents, DeskTurns turns, HandOffProperties patience, Clock clock) {
        this.queue = queue;
        this.agents = agents;
        this.turns = turns;
        this.patience = patience;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        Set<String> onDuty = agents.onDuty().stream().map(Agents.Agent::name).collect(Collectors.toSet());
        queue.taken().stream()
                .filter(row -> row.agent() == null || !onDuty.contains(row.agent()))
                .forEach(row -> each(row, turns::free));
        queue.waiting().forEach(row -> each(row, waiting -> tend(waiting, onDuty.isEmpty())));
    }

    private void tend(HandOffRow row, boolean unmanned) {
        Instant now = clock.instant();
        Instant since = row.waitingSince();
        if (!since.plus(patience.giveUpAfter()).isAfter(now) || (unmanned && isHopeless(since, now))) {
            turns.timeOut(row);
        } else if (!since.plus(patience.offerAfter()).isAfter(now)) {
            turns.offer(row);
        }
    }

    /** Nobody has been there since long enough, neither before the customer began to wait nor after. */
    private boolean isHopeless(Instant since, Instant now) {
        Instant last = agents.lastThere().filter(since::isBefore).orElse(since);
        return !last.plus(patience.unattendedAfter()).isAfter(now);
    }

    /** One conversation that cannot be read must not keep the others waiting. */
    private static void each(HandOffRow row, Consumer<HandOffRow> care) {
        try {
            care.accept(row);
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("conversation", row.conversationId())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("a customer at the desk could not be looked after; it is tried again");
        }
    }
}
