package io.parley.orderflow;

import io.parley.campaign.Campaign;
import io.parley.campaign.Condition;
import io.parley.campaign.Edge;
import io.parley.campaign.Fact;
import io.parley.campaign.Option;
import io.parley.campaign.Outcome;
import io.parley.campaign.Pitch;
import io.parley.campaign.PriceLine;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A small campaign with every kind of state, for tests of the flow. */
public final class GiftCards {

    private GiftCards() {}

    public static Campaign campaign() {
        return saying(Map.of("no-match", List.of("Pardon?", "In other words? {{example}}")));
    }

    /** @param replies the buckets of {@code replies} that it writes itself */
    public static Campaign saying(Map<String, List<String>> replies) {
        return with(replies, List.of(Pitch.anywhere("Order now.")));
    }

    /** @param pitches of its only fact, {@code delivery-time} */
    public static Campaign selling(Pitch... pitches) {
        return with(Map.of(), List.of(pitches));
    }

    /** One whose only facts meet doubts. */
    public static Campaign reassuring(String... facts) {
        return campaign()
                .withFacts(Arrays.stream(facts)
                        .map(id -> new Fact(
                                id,
                                Fact.Kind.HESITATION,
                                List.of("hm"),
                                "Of " + id + " be without fear.",
                                List.of(),
                                List.of()))
                        .toList());
    }

    /** One that knows a slot more, which no state collects. */
    public static Campaign knowing(String name, SlotType type) {
        Campaign cards = campaign();
        Map<String, Slot> slots = new LinkedHashMap<>(cards.slots());
        slots.put(name, slot(name, type, Optional.empty()));
        return new Campaign(
                cards.id(),
                cards.version(),
                cards.title(),
                cards.locale(),
                cards.timezone(),
                cards.currency(),
                cards.start(),
                slots,
                cards.states(),
                cards.lines(),
                cards.replies(),
                cards.facts());
    }

    private static Campaign with(Map<String, List<String>> replies, List<Pitch> pitches) {
        Map<String, State> states = new LinkedHashMap<>();
        for (State state : List.of(
                state("greeting", List.of(), Kind.PLAIN, edge("ask-design"), edge("cancelled")),
                state("ask-design", List.of("design", "extras"), Kind.PLAIN, edge("ask-quantity"), edge("cancelled")),
                state(
                        "ask-quantity",
                        List.of("quantity"),
                        Kind.ALWAYS_ASK,
                        new Edge(
                                "offer-ribbon",
                                new Condition(Map.of("quantity", new Condition.Test.AtLeast(BigDecimal.TEN))),
                                ""),
                        edge("confirm-order")),
                state("offer-ribbon", List.of("wants_ribbon"), Kind.PLAIN, edge("confirm-order"), edge("cancelled")),
                state("ask-extras", List.of("extras"), Kind.PLAIN, edge("confirm-order"), edge("cancelled")),
                state("confirm-order", List.of(), Kind.CONFIRMS, edge("payment"), edge("cancelled")),
                state("payment", List.of("card_number"), Kind.PAYS, edge("completed"), edge("cancelled")),
                end("completed", Outcome.SALE),
                end("cancelled", Outcome.LOST))) {
            states.put(state.id(), state);
        }
        return new Campaign(
                "gift-card",
                "v1",
                "Gift cards",
                Locale.US,
                ZoneId.of("America/New_York"),
                Currency.getInstance("USD"),
                "greeting",
                slots(),
                states,
                List.of(
                        new PriceLine.OfChoice("design", Optional.of("quantity"), Condition.ALWAYS),
                        new PriceLine.OfChoice("extras", Optional.of("quantity"), Condition.ALWAYS),
                        new PriceLine.Fixed(
                                "ribbon",
                                "Ribbon",
                                new BigDecimal("2"),
                                Optional.of("quantity"),
                                new Condition(Map.of("wants_ribbon", new Condition.Test.OneOf(List.of("yes")))))),
                replies,
                List.of(new Fact(
                        "delivery-time",
                        Fact.Kind.QUESTION,
                        List.of("how long does delivery take"),
                        "Two days for {{design}}.",
                        pitches,
                        List.of())));
    }

    public static Map<String, List<String>> values(String slot, String value) {
        return Map.of(slot, List.of(value));
    }

    private static Map<String, Slot> slots() {
        Map<String, Slot> slots = new LinkedHashMap<>();
        slots.put("design", choice("design", false, "flowers", "rocket"));
        slots.put("extras", choice("extras", true, "note", "seal"));
        slots.put("quantity", slot("quantity", SlotType.INTEGER, Optional.of("1")));
        slots.put("wants_ribbon", slot("wants_ribbon", SlotType.YES_NO, Optional.empty()));
        slots.put("card_number", slot("card_number", SlotType.CARD_NUMBER, Optional.empty()));
        return slots;
    }

    private static Slot choice(String name, boolean optionalList, String... ids) {
        Map<String, Option> options = new LinkedHashMap<>();
        Arrays.stream(ids)
                .forEach(
                        id -> options.put(id, new Option(id, "a " + id, List.of(), Optional.of(new BigDecimal("30")))));
        return new Slot(
                name,
                SlotType.CHOICE,
                optionalList,
                Optional.empty(),
                optionalList,
                false,
                false,
                Slot.Limits.NONE,
                options);
    }

    private static Slot slot(String name, SlotType type, Optional<String> initial) {
        boolean secret = type == SlotType.CARD_NUMBER;
        return new Slot(name, type, false, initial, false, secret, secret, Slot.Limits.NONE, Map.of());
    }

    private static Edge edge(String to) {
        return new Edge(to, Condition.ALWAYS, "");
    }

    private enum Kind {
        PLAIN,
        ALWAYS_ASK,
        CONFIRMS,
        PAYS
    }

    private static State state(String id, List<String> collects, Kind kind, Edge... next) {
        return new State(
                id,
                collects,
                List.of("Welcome. " + id + " one, please?", id + " two, " + "{{design}}?"),
                List.of(),
                List.of(),
                List.of(next),
                Condition.ALWAYS,
                kind == Kind.CONFIRMS,
                kind == Kind.PAYS,
                kind == Kind.ALWAYS_ASK,
                Optional.empty(),
                false);
    }

    private static State end(String id, Outcome outcome) {
        return new State(
                id,
                List.of(),
                List.of(id),
                List.of(),
                List.of(),
                List.of(),
                Condition.ALWAYS,
                false,
                false,
                false,
                Optional.of(outcome),
                false);
    }
}
