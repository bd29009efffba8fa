package io.parley.orderflow.simulation;

import io.parley.campaign.Campaign;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.OrderView;
import io.parley.contracts.privacy.MaskedText;
import io.parley.contracts.simulation.SimulatedRow;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.flow.Standing;
import io.parley.orderflow.order.Cart;
import io.parley.orderflow.order.OrderIds;
import io.parley.orderflow.order.Orders;
import io.parley.orderflow.simulation.Fate.Counts;
import io.parley.orderflow.simulation.Saying.Use;
import io.parley.orderflow.turn.Conversations;
import io.parley.orderflow.turn.TurnService;
import io.parley.session.Exchange;
import io.parley.session.RedisSessionStore;
import io.parley.session.Session;
import io.parley.session.Session.Awaiting;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One conversation between a simulated customer and the real service, and what there is to say against it. */
final class Encounter {

    /** A conversation of so many turns has got stuck; the longest a patient customer needs are half as long. */
    private static final int STALLED_AFTER = 60;

    /** Turns in which a person must be offered, and in which giving up must end it. */
    private static final int PERSON_WITHIN = 2;

    private static final int END_WITHIN = 6;
    private static final double ASKS_FOR_A_PERSON = 0.1;
    private static final int EARLY = 6;
    private static final double SENDS_TWICE = 0.1;
    private static final int EXCERPT = 300;

    /** What is said when a number is known already, so that nothing is awaited. */
    private static final String CALL_BACK_ARRANGED = "call-back-known";

    private final Services services;
    private final Campaign campaign;
    private final SimulatedCustomer customer;
    private final Persona persona;
    private final Random random;
    private final Clock clock;
    private final boolean collecting;
    private final Counts counts = new Counts();
    private final List<String> trouble = new ArrayList<>();
    private final List<String> transcript = new ArrayList<>();
    private final List<SimulatedRow> rows = new ArrayList<>();

    private Session session;
    private List<String> choices;
    private String reply;

    /** What a conversation is played with. */
    record Services(Conversations conversations, TurnService turns, RedisSessionStore sessions, Orders orders) {}

    /**
     * @param random decides everything the customer leaves to chance
     * @param clock fixed
     */
    Encounter(
            Services services,
            OfferedCampaign offered,
            SimulatedCustomer customer,
            Persona persona,
            Random random,
            Clock clock,
            boolean collecting) {
        this.services = services;
        this.campaign = offered.campaign();
        this.customer = customer;
        this.persona = persona;
        this.random = random;
        this.clock = clock;
        this.collecting = collecting;
        OpenedConversation opened = services.conversations().rehearse(offered, clock, random.nextLong());
        this.session = services.sessions().load(opened.id()).orElseThrow();
        this.choices = opened.choices();
        this.reply = opened.reply();
        transcript.add(opened.state() + ": > " + opened.reply());
    }

    /** Plays it to its end, or until it is given up as stuck. */
    Fate play(int number) {
        int personAt = random.nextDouble() < ASKS_FOR_A_PERSON ? 1 + random.nextInt(EARLY) : 0;
        try {
            while (session.isOpen() && counts.turns < STALLED_AFTER) {
                if (counts.turns + 1 == personAt) {
                    reachPerson();
                } else {
                    take(customer.next(session, choices, reply));
                }
            }
            if (session.isOpen()) {
                escape();
            }
            settle();
        } catch (RuntimeException e) {
            counts.errors++;
            trouble.add("it broke off with " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        return new Fate(number, session.id(), persona, session.outcome(), counts, trouble, transcript, rows);
    }

    private void take(Saying saying) {
        counts.turns++;
        if (saying.use() == Use.CORRECTION) {
            counts.corrections++;
        }
        String turnId = "turn-" + counts.turns;
        Session before = session;
        try {
            Exchange exchange = services.turns().take(session.id(), turnId, saying.heard(), clock);
            session = services.sessions().load(session.id()).orElseThrow();
            choices = exchange.choices();
            reply = exchange.reply();
            record(before, saying, exchange);
            sendTwice(turnId, saying, exchange);
        } catch (FaultException e) {
            if (e.fault() != Fault.UTTERANCE_TOO_LONG || saying.use() != Use.HOSTILE) {
                throw e;
            }
            counts.refused++;
            transcript.add(before.state() + ": " + excerpt(saying.heard()) + " > (refused: too long)");
        }
    }

    private void record(Session before, Saying saying, Exchange exchange) {
        transcript.add(before.state() + ": " + excerpt(saying.heard()) + " > " + exchange.reply());
        counts.digressions += Math.max(
                0, session.memory().told().size() - before.memory().told().size());
        if (session.memory().misses() > before.memory().misses()) {
            counts.ladders++;
        }
        boolean entersReadBack = !before.state().equals(session.state())
                && campaign.state(session.state()).confirms();
        if (entersReadBack) {
            counts.wrongSlots += customer.wish().misheard(session).size();
        }
        if (exchange.reply().contains("{{") && saying.use() != Use.HOSTILE) {
            counts.errors++;
            trouble.add("a reply has an unfilled variable");
        }
        if (collecting && !saying.label().isEmpty()) {
            rows.add(new SimulatedRow(
                    session.id(), new MaskedText(saying.heard()).value(), saying.label(), before.state()));
        }
    }

    /** A client that missed the reply asks again and must hear the same. */
    private void sendTwice(String turnId, Saying saying, Exchange exchange) {
        if (random.nextDouble() >= SENDS_TWICE) {
            return;
        }
        Exchange again = services.turns().take(session.id(), turnId, saying.heard(), clock);
        long version = services.sessions().load(session.id()).orElseThrow().version();
        if (!again.reply().equals(exchange.reply()) || version != session.version()) {
            counts.errors++;
            trouble.add("a repeated turn had another effect");
        }
    }

    /** @return whether a person was offered in time */
    private boolean reachPerson() {
        counts.personAsked++;
        for (int turn = 0; turn < PERSON_WITHIN && session.isOpen(); turn++) {
            take(customer.person(session));
            if (session.memory().lastVariants().containsKey(CALL_BACK_ARRANGED)
                    || session.awaiting() == Awaiting.CALL_BACK_CONSENT
                    || session.awaiting() == Awaiting.CALL_BACK_NUMBER) {
                counts.personReached++;
                return true;
            }
        }
        trouble.add("no person was to be had in " + session.state());
        return false;
    }

    /** Whoever cannot get to the end must be able to get out. */
    private void escape() {
        counts.stalled++;
        boolean person = reachPerson();
        for (int turn = 0; turn < END_WITHIN && session.isOpen(); turn++) {
            take(customer.farewell(session, choices));
        }
        if (!person || session.isOpen()) {
            counts.traps++;
            trouble.add("trapped in " + session.state() + (person ? ": giving up does not end it" : ""));
        }
    }

    /** Looks at what was ordered. */
    private void settle() {
        boolean sale = "sale".equals(session.outcome());
        Optional<OrderView> order = services.orders().find(OrderIds.of(session.id()));
        if (sale && order.isEmpty()) {
            counts.lostOrders++;
            trouble.add("a sale without an order");
        }
        if (!sale && order.isPresent()) {
            counts.errors++;
            trouble.add("an order without a sale");
        }
        order.ifPresent(this::compare);
    }

    private void compare(OrderView order) {
        Cart cart =
                Cart.of(campaign, Standing.of(campaign, session.slots(), true).values());
        if (cart.total().compareTo(order.total()) != 0) {
            counts.lostOrders++;
            trouble.add("the order's total is " + order.total() + " instead of " + cart.total());
        }
        List<String> neverSaid = customer.wish().neverSaid(order.slots());
        if (!neverSaid.isEmpty()) {
            counts.unconfirmedSlots += neverSaid.size();
            trouble.add("the order has what was never said: "
                    + neverSaid.stream()
                            .map(slot -> slot + " " + order.slots().get(slot) + " instead of "
                                    + customer.wish()
                                            .of(slot)
                                            .map(List::toString)
                                            .orElse("nothing"))
                            .toList());
        }
    }

    private static String excerpt(String words) {
        String shown = words.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\ufffd");
        return shown.length() <= EXCERPT ? shown : shown.substring(0, EXCERPT) + "…";
    }
}
