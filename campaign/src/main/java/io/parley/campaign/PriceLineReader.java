package io.parley.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code order}. */
final class PriceLineReader {

    static final List<String> KEYS = List.of("item", "id", "say", "amount", "per", "when");

    private final SlotTable slots;
    private final ConditionReader conditions;
    private final Report report;
    private final Set<String> ids = new HashSet<>();

    PriceLineReader(SlotTable slots, ConditionReader conditions, Report report) {
        this.slots = slots;
        this.conditions = conditions;
        this.report = report;
    }

    List<PriceLine> read(Tree order) {
        List<PriceLine> lines = new ArrayList<>();
        Section.of(order, "'order'", report).ifPresent(section -> {
            section.allowing(List.of("lines")).requiring("lines");
            section.sections("lines", "a line of the order")
                    .forEach(line -> line(line.allowing(KEYS)).ifPresent(lines::add));
        });
        return lines;
    }

    private Optional<PriceLine> line(Section section) {
        Optional<String> per = section.text("per").filter(name -> isNumber(name, section));
        Condition when = conditions.read(section.tree("when"), "a line of the order");
        if (!section.has("item")) {
            return fixed(section, per, when);
        }
        for (String key : List.of("id", "say", "amount")) {
            if (section.has(key)) {
                report.error(
                        section.line(key),
                        "a line of the order has both 'item' and '" + key + "'",
                        "Write item for the price of an option, or id, say and amount for a fixed one");
            }
        }
        return section.text("item")
                .filter(name -> isChoice(name, section))
                .map(name -> new PriceLine.OfChoice(name, per, when));
    }

    private Optional<PriceLine> fixed(Section section, Optional<String> per, Condition when) {
        section.requiring("id", "say", "amount");
        section.text("id").ifPresent(id -> {
            if (!ids.add(id)) {
                report.error(section.line("id"), "'" + id + "' names two lines of the order", "Give one another id");
            }
            Ids.checkEither(id, "a line of the order", section.line("id"), report);
            if (slots.readable().containsKey(id)) {
                report.error(
                        section.line("id"),
                        "'" + id + "' is a slot and cannot name a line of the order too",
                        "Choose another id");
            }
        });
        return section.text("id")
                .flatMap(id -> section.number("amount").map(amount -> {
                    return new PriceLine.Fixed(id, section.sentence("say").orElse(id), amount, per, when);
                }));
    }

    private boolean isNumber(String name, Section section) {
        int line = section.line("per");
        Optional<Slot> slot = slots.find(name, "'per' of the order", line, report);
        if (slot.isEmpty() || slot.get().type() == SlotType.INTEGER) {
            return slot.isPresent();
        }
        report.error(
                line,
                "'per' names the slot '" + name + "' of type "
                        + slot.get().type().label(),
                "Name a slot of type integer");
        return false;
    }

    private boolean isChoice(String name, Section section) {
        int line = section.line("item");
        Optional<Slot> slot = slots.find(name, "'item' of the order", line, report);
        if (slot.isEmpty() || slot.get().type() == SlotType.CHOICE) {
            return slot.isPresent();
        }
        report.error(
                line,
                "'item' names the slot '" + name + "' of type "
                        + slot.get().type().label(),
                "Name a choice, or write id, say and amount");
        return false;
    }
}
