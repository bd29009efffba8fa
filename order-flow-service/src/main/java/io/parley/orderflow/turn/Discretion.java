package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.orderflow.response.Rendering;
import io.parley.orderflow.secret.Vault;
import io.parley.orderflow.slot.CardStandIn;
import io.parley.session.Exchange;
import io.parley.session.Session;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What of a turn may be recorded. In the words, and wherever a slot took words as they were said, another number stands for
 * a card number ({@link CardStandIn}); of a sealed value only that there was one; of the customer's token nothing.
 */
final class Discretion {

    private static final Set<SlotType> WORDS = Set.of(SlotType.TEXT, SlotType.PLACE, SlotType.PERSON_NAME);

    private final Set<String> phones = new HashSet<>();
    private final Map<String, String> replaced = new HashMap<>();
    private final Campaign campaign;

    private Discretion(Campaign campaign) {
        this.campaign = campaign;
    }

    static Discretion about(Spoken spoken, Session before) {
        Discretion discretion = new Discretion(spoken.offered().campaign());
        spoken.callBack().ifPresent(discretion::know);
        List<Session> sessions = List.of(before, spoken.session());
        sessions.forEach(
                session -> discretion.values(session, Set.of(SlotType.PHONE)).forEach(discretion::know));
        sessions.forEach(session -> discretion.values(session, WORDS).forEach(discretion::replace));
        return discretion;
    }

    String said(String words) {
        return CardStandIn.in(words, phones);
    }

    Session session(Session session) {
        Session.Contact contact = session.contact();
        Map<String, List<String>> slots = new TreeMap<>();
        session.slots()
                .forEach((slot, values) -> slots.put(
                        slot,
                        values.stream()
                                .map(Vault::emptied)
                                .map(value -> replaced.getOrDefault(value, value))
                                .toList()));
        return new Session(
                new Session.Contact(
                        contact.id(),
                        "",
                        contact.campaign(),
                        contact.campaignVersion(),
                        contact.channel(),
                        contact.seed(),
                        contact.startedAt()),
                session.version(),
                session.turn(),
                session.state(),
                session.path(),
                slots,
                session.memory(),
                session.awaiting(),
                session.resumeAt(),
                session.outcome(),
                session.orderId(),
                session.updatedAt(),
                session.handOff());
    }

    Rendering rendering(Rendering said) {
        return new Rendering(said.bucket(), said.variant(), text(said.text()));
    }

    Exchange exchange(Exchange exchange) {
        return new Exchange(
                exchange.turnId(),
                exchange.said(),
                text(exchange.reply()),
                exchange.state(),
                exchange.choices(),
                exchange.outcome(),
                exchange.orderId(),
                exchange.orderTotal(),
                exchange.at(),
                exchange.by(),
                exchange.handOff());
    }

    private String text(String text) {
        String discreet = text;
        for (Map.Entry<String, String> word : replaced.entrySet()) {
            discreet = discreet.replace(word.getKey(), word.getValue());
        }
        return discreet;
    }

    private void know(String phone) {
        phones.add(phone.replaceAll("\\D", ""));
    }

    private void replace(String words) {
        String standIn = CardStandIn.in(words, phones);
        if (!standIn.equals(words)) {
            replaced.put(words, standIn);
        }
    }

    private Stream<String> values(Session session, Set<SlotType> types) {
        return campaign.slots().values().stream()
                .filter(slot -> types.contains(slot.type()))
                .map(Slot::name)
                .flatMap(slot -> session.slots().getOrDefault(slot, List.of()).stream());
    }
}
