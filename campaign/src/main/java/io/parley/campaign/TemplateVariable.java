package io.parley.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a variable of a reply stands for. */
sealed interface TemplateVariable {

    /** First words of variables that no slot and no line of the order may take. */
    Set<String> RESERVED = Set.of("order", "fact", "example", "which", "hand-off");

    /** The value of a slot. */
    record Value(String slot) implements TemplateVariable {}

    /** The price of what was chosen. */
    record Price(String slot) implements TemplateVariable {}

    /** Known before anybody says anything: a choice's options, a fixed line's amount, an example of what to say. */
    record Fixed() implements TemplateVariable {}

    /** The order's lines or total so far. */
    record OrderSoFar() implements TemplateVariable {}

    /** The number of a placed order. */
    record OrderId() implements TemplateVariable {}

    /** The answer or the pitch of the fact being told: only there while one is. */
    record Told() implements TemplateVariable {}

    /** One of the two that the customer is asked to choose from: only there while they are. */
    record OneOfTwo() implements TemplateVariable {}

    /** The place in the queue, how long it takes, or who has come: only there while the customer waits for a person or has one. */
    record Person() implements TemplateVariable {}

    /** What the name stands for in that campaign, or nothing. */
    static Optional<TemplateVariable> of(String name, Campaign campaign) {
        return switch (name) {
            case "order.lines", "order.total" -> Optional.of(new OrderSoFar());
            case "order.id" -> Optional.of(new OrderId());
            case "example" -> Optional.of(new Fixed());
            case "fact.answer", "fact.pitch" -> Optional.of(new Told());
            case "which.first", "which.second" -> Optional.of(new OneOfTwo());
            case "hand-off.place", "hand-off.minutes", "hand-off.agent" -> Optional.of(new Person());
            default -> {
                int dot = name.indexOf('.');
                yield dot < 0
                        ? Optional.ofNullable(campaign.slots().get(name)).map(slot -> new Value(slot.name()))
                        : property(name.substring(0, dot), name.substring(dot + 1), campaign);
            }
        };
    }

    private static Optional<TemplateVariable> property(String owner, String property, Campaign campaign) {
        Optional<Slot> slot = Optional.ofNullable(campaign.slots().get(owner));
        return switch (property) {
            case "options" -> slot.filter(it -> it.type() == SlotType.CHOICE).map(it -> new Fixed());
            case "price" -> slot.filter(TemplateVariable::isPriced).map(it -> new Price(owner));
            case "amount" ->
                campaign.lines().stream()
                        .filter(line -> line instanceof PriceLine.Fixed fixed
                                && fixed.id().equals(owner))
                        .findFirst()
                        .map(line -> new Fixed());
            default -> Optional.empty();
        };
    }

    /** Every name that stands for something, for suggestions. */
    static List<String> names(Campaign campaign) {
        List<String> names = new ArrayList<>(List.of(
                "order.lines",
                "order.total",
                "order.id",
                "example",
                "fact.answer",
                "fact.pitch",
                "which.first",
                "which.second",
                "hand-off.place",
                "hand-off.minutes",
                "hand-off.agent"));
        for (Map.Entry<String, Slot> slot : campaign.slots().entrySet()) {
            names.add(slot.getKey());
            if (slot.getValue().type() == SlotType.CHOICE) {
                names.add(slot.getKey() + ".options");
            }
            if (isPriced(slot.getValue())) {
                names.add(slot.getKey() + ".price");
            }
        }
        for (PriceLine line : campaign.lines()) {
            if (line instanceof PriceLine.Fixed fixed) {
                names.add(fixed.id() + ".amount");
            }
        }
        return names;
    }

    private static boolean isPriced(Slot slot) {
        return slot.options().values().stream()
                .anyMatch(option -> option.price().isPresent());
    }
}
