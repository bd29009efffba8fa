package io.parley.orderflow.desk;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.desk.AgentReplyRequest;
import io.parley.contracts.desk.AgentView;
import io.parley.contracts.desk.CloseRequest;
import io.parley.contracts.desk.DeskChanges;
import io.parley.contracts.desk.DeskView;
import io.parley.contracts.desk.HandOffDetail;
import io.parley.contracts.desk.ReturnRequest;
import io.parley.contracts.desk.TakeRequest;
import io.parley.orderflow.handoff.DeskFeed;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The desk, for operators; the gateway lets nobody else through. */
@RestController
@RequestMapping("/desk")
final class DeskController {

    private static final Pattern AGENT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .'_-]{0,63}");
    private static final Pattern REPLY_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern CHANGE = Pattern.compile("(?:\\d{1,19}-\\d{1,19})?");
    private static final Set<String> OUTCOMES = Set.of("ended", "lost");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final DeskWork work;
    private final DeskFeed feed;

    DeskController(DeskWork work, DeskFeed feed) {
        this.work = work;
        this.feed = feed;
    }

    @GetMapping
    DeskView desk() {
        return work.desk();
    }

    @PutMapping("/agents/{name}")
    AgentView here(@PathVariable String name) {
        return work.here(agent(name));
    }

    @DeleteMapping("/agents/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void gone(@PathVariable String name) {
        work.gone(agent(name));
    }

    @GetMapping("/hand-offs/{id}")
    HandOffDetail handOff(@PathVariable String id) {
        return work.detail(id);
    }

    @PostMapping("/hand-offs/{id}/take")
    HandOffDetail take(@PathVariable String id, @RequestBody TakeRequest request) {
        return work.take(id, agent(request.agent()));
    }

    @PostMapping("/hand-offs/{id}/replies")
    HandOffDetail reply(@PathVariable String id, @RequestBody AgentReplyRequest request) {
        require(
                request.replyId() != null && REPLY_ID.matcher(request.replyId()).matches(),
                "'replyId' must be 1 to 64 letters, digits, dots, colons, dashes or underscores.");
        require(request.text() != null && !request.text().isBlank(), "'text' is missing.");
        return work.reply(id, agent(request.agent()), request.replyId(), request.text());
    }

    @PostMapping("/hand-offs/{id}/return")
    HandOffDetail giveBack(@PathVariable String id, @RequestBody ReturnRequest request) {
        return work.giveBack(id, agent(request.agent()), request.slots() == null ? Map.of() : request.slots());
    }

    @PostMapping("/hand-offs/{id}/close")
    HandOffDetail close(@PathVariable String id, @RequestBody CloseRequest request) {
        require(
                request.outcome() != null && OUTCOMES.contains(request.outcome()),
                "'outcome' must be 'ended' or 'lost'; for a sale, return the customer to the flow.");
        return work.close(id, agent(request.agent()), request.outcome());
    }

    /** What changed since; for the gateway, which waits for it. */
    @GetMapping("/changes")
    DeskChanges changes(@RequestParam(defaultValue = "") String after) throws InterruptedException {
        require(CHANGE.matcher(after).matches(), "'after' must be the 'next' of the changes before.");
        return feed.after(after, LONGEST_WAIT);
    }

    private static String agent(@Nullable String name) {
        if (name == null || !AGENT.matcher(name).matches()) {
            throw new FaultException(
                    Fault.REQUEST_INVALID,
                    "An agent's name has 1 to 64 letters, digits, spaces, dots, apostrophes, dashes or underscores;"
                            + " customers read it.");
        }
        return name;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new FaultException(Fault.REQUEST_INVALID, otherwise);
        }
    }
}
