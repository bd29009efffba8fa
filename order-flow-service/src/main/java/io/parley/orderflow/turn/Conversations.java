package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.chat.CallBackRequest;
import io.parley.contracts.chat.CallBackView;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.desk.HandOffDetail;
import io.parley.contracts.desk.HandOffView;
import io.parley.contracts.event.DialogueEvent.ConversationEnded;
import io.parley.contracts.event.DialogueEvent.ConversationStarted;
import io.parley.contracts.voice.Expected;
import io.parley.orderflow.callback.CallBacks;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.flow.Standing;
import io.parley.orderflow.order.Cart;
import io.parley.orderflow.order.OrderIds;
import io.parley.orderflow.order.Refunds;
import io.parley.orderflow.pitch.FactsTold;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.secret.Vault;
import io.parley.session.Exchange;
import io.parley.session.RedisSessionStore;
import io.parley.session.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Conversations as a whole: begun, read, ended. */
@Service
public final class Conversations {

    private static final String GREETING = "greeting";
    private static final String ENDED = "ended";
    private static final String SEALED = "••••";

    private final Campaigns campaigns;
    private final Readiness readiness;
    private final RedisSessionStore sessions;
    private final BucketRenderer buckets;
    private final Refunds refunds;
    private final CallBacks callBacks;
    private final FactsTold facts;
    private final DeskBook desk;

    Conversations(
            Campaigns campaigns,
            Readiness readiness,
            RedisSessionStore sessions,
            BucketRenderer buckets,
            Refunds refunds,
            CallBacks callBacks,
            FactsTold facts,
            DeskBook desk) {
        this.campaigns = campaigns;
        this.readiness = readiness;
        this.sessions = sessions;
        this.buckets = buckets;
        this.refunds = refunds;
        this.callBacks = callBacks;
        this.facts = facts;
        this.desk = desk;
    }

    /**
     * Begins a conversation and greets.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}, {@link Fault#CAMPAIGN_INVALID},
     *     {@link Fault#CAMPAIGN_NOT_READY}
     */
    public OpenedConversation open(String campaignId, String channel, Clock clock) {
        return open(campaigns.offered(campaignId), channel, Credentials.random(), clock);
    }

    private OpenedConversation open(OfferedCampaign offered, String channel, Credentials credentials, Clock clock) {
        if (!readiness.isReady(offered)) {
            throw new FaultException(
                    Fault.CAMPAIGN_NOT_READY,
                    "The models of " + offered.campaign().id() + " are still learning; try again soon.");
        }
        Campaign campaign = offered.campaign();
        Instant now = clock.instant();
        Session.Contact contact = new Session.Contact(
                credentials.id(),
                Credentials.hash(credentials.token()),
                campaign.id(),
                campaign.version(),
                channel,
                credentials.seed(),
                now);
        Session blank = new Session(
                contact,
                0,
                0,
                campaign.start(),
                List.of(),
                Map.of(),
                Session.SpokenMemory.EMPTY,
                null,
                null,
                null,
                null,
                now);
        Scene scene = new Scene(campaign, blank, now);
        scene.say(buckets.say(scene.state(), scene.known(), scene.choice()));
        Session session = new Session(
                contact,
                1,
                0,
                blank.state(),
                blank.path(),
                blank.slots(),
                new Session.SpokenMemory(scene.lastVariants(), List.of(), List.of(), List.of(), 0, null),
                null,
                null,
                null,
                null,
                now);
        Exchange greeting = new Exchange(
                GREETING, null, scene.reply(), session.state(), Choices.of(scene, buckets), null, null, null, now);
        sessions.save(
                session,
                greeting,
                List.of(new ConversationStarted(
                        session.id() + ":start", session.id(), now, campaign.id(), campaign.version(), channel)));
        return new OpenedConversation(
                session.id(),
                credentials.token(),
                campaign.id(),
                campaign.title(),
                campaign.locale().toLanguageTag(),
                greeting.reply(),
                session.state(),
                greeting.choices(),
                null);
    }

    /**
     * Begins a conversation of a test: its order is kept apart and nobody is called.
     *
     * @param seed the same seed gives the same replies
     */
    public OpenedConversation rehearse(OfferedCampaign offered, Clock clock, long seed) {
        return open(offered, Curtain.REHEARSAL, Credentials.random().withSeed(seed), clock);
    }

    /** The conversation so far. */
    public ConversationView read(String id) {
        Session session = session(id);
        Campaign campaign = begunWith(session);
        List<Exchange> transcript = sessions.transcript(id);
        return new ConversationView(
                id,
                campaign.id(),
                campaign.title(),
                campaign.locale().toLanguageTag(),
                session.state(),
                session.outcome(),
                transcript.isEmpty() ? List.of() : transcript.getLast().choices(),
                turns(transcript),
                Optional.ofNullable(session.handOff())
                        .map(Session.HandOff::status)
                        .orElse(null));
    }

    /** What of a reply was heard stands in the exchange after it, where it became known. */
    private static List<ConversationView.Turn> turns(List<Exchange> transcript) {
        List<ConversationView.Turn> turns = new ArrayList<>();
        for (int at = 0; at < transcript.size(); at++) {
            Exchange exchange = transcript.get(at);
            turns.add(new ConversationView.Turn(
                    exchange.turnId(),
                    Optional.ofNullable(exchange.said())
                            .map(Object::toString)
                            .filter(said -> !said.isBlank())
                            .orElse(null),
                    exchange.reply(),
                    exchange.at(),
                    exchange.by(),
                    at + 1 < transcript.size() ? transcript.get(at + 1).heardBefore() : null));
        }
        return turns;
    }

    /** What kind of answer a conversation waits for. */
    public Expected expected(String id) {
        Session session = session(id);
        Expecting expecting = Expecting.of(begunWith(session), session);
        return switch (expecting.kind()) {
            case YES_NO, CHOICE -> {
                List<Exchange> transcript = sessions.transcript(id);
                List<String> choices =
                        transcript.isEmpty() ? List.of() : transcript.getLast().choices();
                yield new Expected(expecting.kind(), choices, expecting.synonyms(), expecting.isMuted());
            }
            case ANYTHING, DATE, NUMBER, LETTERS, SECRET ->
                Expected.of(expecting.kind()).muted(expecting.isMuted());
        };
    }

    /** A conversation with all that a person needs to know who talks with the customer. */
    public HandOffDetail forPerson(String id, HandOffView handOff) {
        Session session = session(id);
        Campaign campaign = begunWith(session);
        Map<String, List<String>> known =
                Standing.of(campaign, session.slots(), false).values();
        Optional<Cart> cart = Cart.settled(campaign, campaign.state(session.state()), known);
        Map<String, List<String>> open = new TreeMap<>();
        session.slots()
                .forEach((slot, values) -> open.put(
                        slot,
                        values.stream()
                                .map(value -> Vault.isSealed(value) ? SEALED : value)
                                .toList()));
        return new HandOffDetail(
                handOff,
                read(id),
                open,
                cart.map(Cart::lines).orElse(List.of()),
                cart.map(Cart::total).orElse(null),
                campaign.currency().getCurrencyCode());
    }

    /** Ends a conversation that the customer leaves. Ending it twice changes nothing. */
    public void end(String id, Clock clock) {
        Session session = session(id);
        if (!session.isOpen()) {
            return;
        }
        Instant now = clock.instant();
        Session ended = new Session(
                session.contact(),
                session.version() + 1,
                session.turn(),
                session.state(),
                session.path(),
                session.slots(),
                session.memory(),
                null,
                null,
                ENDED,
                session.orderId(),
                now);
        if (!sessions.save(ended, null, List.of(new ConversationEnded(id + ":end", id, now, ENDED, null)))) {
            throw new FaultException(Fault.CONVERSATION_BUSY, "A turn is being taken; end the conversation again.");
        }
        desk.afterSave(session, ended, null);
        refunds.unlessPlaced(OrderIds.of(id));
        facts.ended(id);
    }

    /**
     * Records that a colleague shall call.
     *
     * @return what the customer is told
     */
    public String requestCallBack(String id, CallBackRequest request, Clock clock) {
        Session session = session(id);
        Campaign campaign = begunWith(session);
        Scene scene = new Scene(campaign, session, clock.instant());
        callBacks.record(new CallBackView(
                id, campaign.id(), request.phone(), request.name(), request.note(), "asked", clock.instant()));
        return buckets.reply("call-back-noted", scene.known(), scene.choice()).text();
    }

    /**
     * Refuses whoever does not hold the conversation's token.
     *
     * @throws FaultException {@link Fault#CONVERSATION_NOT_FOUND}, {@link Fault#FORBIDDEN}
     */
    public void authorize(String id, String token) {
        if (!Credentials.matches(token, session(id).contact().tokenHash())) {
            throw new FaultException(Fault.FORBIDDEN, "The token does not belong to this conversation.");
        }
    }

    private Campaign begunWith(Session session) {
        Session.Contact contact = session.contact();
        return campaigns
                .begunWith(contact.campaign(), contact.campaignVersion())
                .campaign();
    }

    private Session session(String id) {
        return sessions.load(id).orElseThrow(() -> TurnService.notFound(id));
    }
}
