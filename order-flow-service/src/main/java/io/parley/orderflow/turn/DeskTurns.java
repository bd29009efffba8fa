package io.parley.orderflow.turn;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.desk.DeskChange;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.flow.FlowRun;
import io.parley.orderflow.handoff.DeskFeed;
import io.parley.orderflow.handoff.Desks;
import io.parley.orderflow.handoff.HandOffQueue;
import io.parley.orderflow.handoff.HandOffRow;
import io.parley.orderflow.handoff.HandOffState;
import io.parley.orderflow.order.OrderIds;
import io.parley.orderflow.order.Refunds;
import io.parley.orderflow.pitch.FactsTold;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.session.Exchange;
import io.parley.session.Loaded;
import io.parley.session.RedisSessionStore;
import io.parley.session.Session;
import io.parley.session.Session.HandOff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What happens in a conversation while the customer waits for a person or has one, besides their own turns. It takes its
 * place among the turns: one writer per conversation, guarded by the session's version, and the same act twice changes
 * nothing. The session is written first and has the last word; the queue follows.
 */
@Service
public final class DeskTurns {

    private static final int SAVE_ATTEMPTS = 5;

    /** A turn that just began to write may not have come to its session yet. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private final Campaigns campaigns;
    private final RedisSessionStore sessions;
    private final OneWriter writers;
    private final TurnPlayer player;
    private final Curtain curtain;
    private final Queueing queueing;
    private final HandOffQueue queue;
    private final Desks desks;
    private final DeskFeed feed;
    private final Refunds refunds;
    private final FactsTold facts;
    private final Clock clock;

    DeskTurns(
            Campaigns campaigns,
            RedisSessionStore sessions,
            OneWriter writers,
            TurnPlayer player,
            Curtain curtain,
            BucketRenderer buckets,
            HandOffQueue queue,
            Desks desks,
            DeskFeed feed,
            Refunds refunds,
            FactsTold facts,
            Clock clock) {
        this.campaigns = campaigns;
        this.sessions = sessions;
        this.writers = writers;
        this.player = player;
        this.curtain = curtain;
        this.queueing = new Queueing(buckets);
        this.queue = queue;
        this.desks = desks;
        this.feed = feed;
        this.refunds = refunds;
        this.facts = facts;
        this.clock = clock;
    }

    /** Makes of a session what comes next, or nothing if there is nothing to do. */
    private interface Step {
        Optional<Interlude> on(Loaded loaded);
    }

    /**
     * Somebody takes a customer who waits.
     *
     * @throws FaultException {@link Fault#HAND_OFF_ENDED}, {@link Fault#HAND_OFF_NOT_YOURS}
     */
    public void take(HandOffRow row, String agent) {
        act(row, "", loaded -> {
            Session before = loaded.session();
            HandOff wish = open(row, before);
            if (wish.isTaken()) {
                requireTakenBy(agent, wish);
                return Optional.empty();
            }
            Scene scene = scene(before);
            queueing.take(scene, agent);
            return Optional.of(ours(scene, row, "taken:" + before.version()));
        });
        queue.taken(row.id(), agent, clock.instant());
        feed.tell(new DeskChange(row.conversationId(), row.id(), null));
    }

    /**
     * A person writes to the customer.
     *
     * @param replyId the client's; the same again changes nothing
     * @throws FaultException {@link Fault#HAND_OFF_ENDED}, {@link Fault#HAND_OFF_NOT_YOURS}, {@link Fault#TURN_ID_REUSED},
     *     {@link Fault#UTTERANCE_TOO_LONG}
     */
    public void reply(HandOffRow row, String agent, String replyId, String text) {
        Words words = Words.of(text);
        String id = "agent:" + replyId;
        act(row, id, loaded -> {
            Optional<Exchange> earlier = loaded.earlier();
            if (earlier.isPresent()) {
                if (!agent.equals(earlier.get().by())
                        || !words.raw().equals(earlier.get().reply())) {
                    throw new FaultException(
                            Fault.TURN_ID_REUSED,
                            "This reply id was used for another text; choose a new id for a new text.");
                }
                return Optional.empty();
            }
            requireTakenBy(agent, open(row, loaded.session()));
            return Optional.of(curtain.between(scene(loaded.session()), id, Optional.of(agent), words.raw(), null));
        });
    }

    /**
     * Brings the customer back to where they were.
     *
     * @param told what the person found out, in words, by slot
     * @throws FaultException {@link Fault#HAND_OFF_ENDED}, {@link Fault#HAND_OFF_NOT_YOURS}, {@link Fault#SLOT_VALUE_INVALID}
     */
    public void giveBack(HandOffRow row, String agent, Map<String, String> told) {
        act(row, id(row, "returned"), loaded -> {
            if (loaded.earlier().isPresent()) {
                return Optional.empty();
            }
            Session before = loaded.session();
            requireTakenBy(agent, open(row, before));
            OfferedCampaign offered = begunWith(before);
            Scene scene = scene(before);
            Map<String, List<String>> found = FoundOut.read(scene, told);
            queueing.giveBack(scene, agent);
            try (FlowRun run = offered.machine().at(before.state())) {
                player.resume(scene, run, found);
            }
            return Optional.of(ours(scene, row, "returned"));
        });
        over(row, HandOffState.RETURNED, null);
    }

    /**
     * Ends the conversation.
     *
     * @param outcome {@code ended} or {@code lost}
     * @throws FaultException {@link Fault#HAND_OFF_ENDED}, {@link Fault#HAND_OFF_NOT_YOURS}
     */
    public void close(HandOffRow row, String agent, String outcome) {
        boolean closed = act(row, id(row, "closed"), loaded -> {
            if (loaded.earlier().isPresent()) {
                return Optional.empty();
            }
            requireTakenBy(agent, open(row, loaded.session()));
            Scene scene = scene(loaded.session());
            queueing.close(scene, agent);
            return Optional.of(curtain.between(scene, id(row, "closed"), Optional.empty(), "", outcome));
        });
        over(row, HandOffState.CLOSED, outcome);
        if (closed) {
            refunds.unlessPlaced(OrderIds.of(row.conversationId()));
            facts.ended(row.conversationId());
        }
    }

    /** The person had to leave: the customer goes to the head of the queue. */
    public void free(HandOffRow row) {
        tend(row, (wish, before) -> {
            if (!wish.isTaken() || wish.agent() == null || !wish.agent().equals(row.agent())) {
                return Optional.empty();
            }
            queue.freed(row.id(), clock.instant());
            Scene scene = scene(before);
            scene.sees(desks.seenBy(row.id()));
            queueing.free(scene, wish.agent());
            return Optional.of(ours(scene, row, "freed:" + before.version()));
        });
    }

    /** The customer waits long: they are told so once, and what else there is. */
    public void offer(HandOffRow row) {
        tend(row, (wish, before) -> {
            if (wish.isTaken() || wish.offered()) {
                return Optional.empty();
            }
            Scene scene = scene(before);
            scene.sees(desks.seenBy(row.id()));
            queueing.offer(scene);
            return Optional.of(ours(scene, row, "offered:" + before.version()));
        });
    }

    /** Nobody will come: the customer is told, and is with the bot again. */
    public void timeOut(HandOffRow row) {
        boolean over = tend(row, (wish, before) -> {
            if (wish.isTaken()) {
                return Optional.empty();
            }
            Scene scene = scene(before);
            queueing.timeOut(scene);
            return Optional.of(ours(scene, row, "timed-out"));
        });
        if (over) {
            over(row, HandOffState.TIMED_OUT, null);
        }
    }

    /** What the desk itself does about a hand-off that is still open. */
    private interface Care {
        Optional<Interlude> of(HandOff wish, Session before);
    }

    /** @return whether something was done; of a hand-off that is over only the row is put right */
    private boolean tend(HandOffRow row, Care care) {
        Optional<Session> session = sessions.load(row.conversationId());
        if (session.map(Session::handOff)
                .filter(wish -> wish.id().equals(row.id()))
                .isEmpty()) {
            if (row.waitingSince().plus(SETTLED).isBefore(clock.instant())) {
                over(row, HandOffState.WITHDRAWN, null);
            }
            return false;
        }
        session.map(Session::handOff).ifPresent(wish -> putRight(row, wish));
        return act(
                row,
                "",
                loaded -> Optional.ofNullable(loaded.session().handOff())
                        .filter(wish -> wish.id().equals(row.id()))
                        .flatMap(wish -> care.of(wish, loaded.session())));
    }

    /** A process ended between session and row. */
    private void putRight(HandOffRow row, HandOff wish) {
        if (row.state() == HandOffState.WAITING && wish.agent() != null) {
            queue.taken(row.id(), wish.agent(), wish.since());
        } else if (row.state() == HandOffState.TAKEN && !wish.isTaken()) {
            queue.freed(row.id(), wish.since());
        }
    }

    /** @return whether there was something to do */
    private boolean act(HandOffRow row, String id, Step step) {
        return writers.inOrder(row.conversationId(), () -> {
            for (int attempt = 0; attempt < SAVE_ATTEMPTS; attempt++) {
                Loaded loaded = sessions.load(row.conversationId(), id)
                        .orElseThrow(() -> TurnService.notFound(row.conversationId()));
                Optional<Interlude> interlude = step.on(loaded);
                if (interlude.isEmpty()) {
                    return false;
                }
                Interlude next = interlude.get();
                if (sessions.save(next.session(), next.exchange(), next.events())) {
                    feed.tell(new DeskChange(
                            row.conversationId(), row.id(), next.exchange().turnId()));
                    return true;
                }
            }
            throw new FaultException(
                    Fault.CONVERSATION_BUSY, "A turn of this conversation is being taken; try once more.");
        });
    }

    private void over(HandOffRow row, HandOffState end, @Nullable String outcome) {
        queue.ended(row.id(), end, outcome, clock.instant());
        feed.tell(new DeskChange(row.conversationId(), row.id(), null));
    }

    private Scene scene(Session before) {
        Instant now = clock.instant();
        return Scene.between(begunWith(before).campaign(), before, now);
    }

    private OfferedCampaign begunWith(Session session) {
        return campaigns.begunWith(
                session.contact().campaign(), session.contact().campaignVersion());
    }

    private Interlude ours(Scene scene, HandOffRow row, String what) {
        return curtain.between(scene, id(row, what), Optional.empty(), "", null);
    }

    private static String id(HandOffRow row, String what) {
        return "desk:" + row.id() + ":" + what;
    }

    /** The customer's wish, if it is still this one. */
    private HandOff open(HandOffRow row, Session session) {
        HandOff wish = session.handOff();
        if (wish == null || !wish.id().equals(row.id())) {
            over(row, HandOffState.WITHDRAWN, session.outcome());
            throw new FaultException(
                    Fault.HAND_OFF_ENDED,
                    "The customer of hand-off " + row.id() + " does not wait for a person any more.");
        }
        return wish;
    }

    private static void requireTakenBy(String agent, HandOff wish) {
        if (wish.agent() == null) {
            throw new FaultException(Fault.HAND_OFF_NOT_YOURS, "Nobody has taken this hand-off; take it first.");
        }
        if (!wish.agent().equals(agent)) {
            throw new FaultException(
                    Fault.HAND_OFF_NOT_YOURS, wish.agent() + " has taken this hand-off; choose another.");
        }
    }
}
