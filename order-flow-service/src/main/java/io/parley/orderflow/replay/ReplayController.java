package io.parley.orderflow.replay;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.replay.RecordedTurn;
import io.parley.contracts.replay.ReplayReport;
import io.parley.contracts.replay.TurnExplanation;
import io.parley.contracts.replay.TurnReplay;
import io.parley.orderflow.archive.ArchiveRelay;
import io.parley.orderflow.archive.Selection;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recorded turns over HTTP, for operators; the gateway lets nobody else through. */
@RestController
final class ReplayController {

    private static final int MOST = 500;

    private final ArchiveRelay relay;
    private final Replays replays;

    ReplayController(ArchiveRelay relay, Replays replays) {
        this.relay = relay;
        this.replays = replays;
    }

    @GetMapping("/conversations/{id}/turns")
    List<RecordedTurn> turns(@PathVariable String id) {
        relay.keepWaiting();
        return replays.list(id);
    }

    @GetMapping("/conversations/{id}/turns/{turn}/explanation")
    TurnExplanation explain(@PathVariable String id, @PathVariable String turn) {
        int number = number(turn);
        relay.keepWaiting();
        return replays.explain(id, number);
    }

    @PostMapping("/conversations/{id}/replay")
    ReplayReport replay(@PathVariable String id) {
        relay.keepWaiting();
        return replays.conversation(id);
    }

    @PostMapping("/conversations/{id}/turns/{turn}/replay")
    TurnReplay replay(@PathVariable String id, @PathVariable String turn) {
        int number = number(turn);
        relay.keepWaiting();
        return replays.turn(id, number);
    }

    @PostMapping("/replays")
    ReplayReport replayAll(
            @RequestParam Optional<String> campaign,
            @RequestParam Optional<String> since,
            @RequestParam(defaultValue = "false") boolean rehearsals,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new FaultException(
                    Fault.REQUEST_INVALID, "'limit' is how many conversations to play in one call, 1 to " + MOST + ".");
        }
        Selection selection = new Selection(campaign, since.map(ReplayController::instant), rehearsals);
        relay.keepWaiting();
        return replays.several(selection, after, limit);
    }

    private static int number(String turn) {
        if (!turn.matches("[0-9]{1,6}")) {
            throw new FaultException(Fault.REQUEST_INVALID, "A turn is named by its number, from 1.");
        }
        return Integer.parseInt(turn);
    }

    private static Instant instant(String since) {
        try {
            return Instant.parse(since);
        } catch (DateTimeParseException e) {
            throw new FaultException(Fault.REQUEST_INVALID, "'since' is an instant such as 2026-03-02T12:00:00Z.", e);
        }
    }
}
