package io.parley.campaign;

import io.parley.campaign.Condition.Test;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a {@code when}. */
final class ConditionReader {

    private static final List<String> KEYS = List.of("at-least", "at-most");

    private final SlotTable slots;
    private final Report report;

    /**
     * @param slots every slot of the flow
     */
    ConditionReader(SlotTable slots, Report report) {
        this.slots = slots;
        this.report = report;
    }

    /**
     * @param where for messages, for example {@code state 'ask-name'}
     */
    Condition read(Optional<Tree> when, String where) {
        Map<String, Test> tests = new LinkedHashMap<>();
        when.flatMap(tree -> Section.of(tree, "'when' of " + where, report))
                .ifPresent(section -> section.entries().forEach((name, field) -> {
                    slots.find(name, "'when' of " + where, field.line(), report)
                            .flatMap(slot -> test(slot, field.value()))
                            .ifPresent(test -> tests.put(name, test));
                }));
        return new Condition(tests);
    }

    private Optional<Test> test(Slot slot, Tree tree) {
        return switch (tree) {
            case Tree.Text text -> word(slot, text);
            case Tree.Items items -> oneOf(slot, items);
            case Tree.Fields fields -> bounds(slot, fields);
            case Tree.Nothing(int line) -> {
                report.error(
                        line,
                        "the condition on '" + slot.name() + "' is empty",
                        "Write a value, known, unknown or { at-least: n }");
                yield Optional.empty();
            }
        };
    }

    private Optional<Test> word(Slot slot, Tree.Text text) {
        return switch (text.value()) {
            case "known" -> Optional.of(new Test.Known());
            case "unknown" -> Optional.of(new Test.Unknown());
            default -> value(slot, text.value(), text.line()).map(it -> new Test.OneOf(List.of(it)));
        };
    }

    private Optional<Test> oneOf(Slot slot, Tree.Items items) {
        List<String> values = new ArrayList<>();
        for (Tree item : items.items()) {
            if (item instanceof Tree.Text(String written, int line)) {
                value(slot, written, line).ifPresent(values::add);
            } else {
                report.error(
                        item.line(),
                        "the condition on '" + slot.name() + "' has " + item.kind() + " among its values",
                        "Write values only");
            }
        }
        if (items.items().isEmpty()) {
            report.error(
                    items.line(),
                    "the condition on '" + slot.name() + "' is an empty list",
                    "Write at least one value");
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Test.OneOf(values));
    }

    private Optional<String> value(Slot slot, String written, int line) {
        Optional<String> value = CanonicalValue.of(slot, written);
        if (value.isEmpty()) {
            report.error(
                    line,
                    "'" + written + "' is no value of slot '" + slot.name() + "'",
                    CanonicalValue.remedy(slot, written));
        }
        return value;
    }

    private Optional<Test> bounds(Slot slot, Tree.Fields fields) {
        String name = "the condition on '" + slot.name() + "'";
        Section section = Section.of(fields, name, report).orElseThrow().allowing(KEYS);
        Optional<BigDecimal> least = section.number("at-least");
        Optional<BigDecimal> most = section.number("at-most");
        if (fields.fields().isEmpty()) {
            report.error(fields.line(), name + " is empty", "Write { at-least: n }, { at-most: n } or both");
        }
        if (!SlotReader.isNumber(slot.type())) {
            report.error(
                    fields.line(),
                    name + " compares numbers, but its type is " + slot.type().label(),
                    "Name the values themselves, or known");
            return Optional.empty();
        }
        if (least.isPresent() && most.isPresent()) {
            if (least.get().compareTo(most.get()) > 0) {
                report.error(fields.line(), name + " can never hold", "at-least must not be above at-most");
            }
            return Optional.of(new Test.Between(least.get(), most.get()));
        }
        return least.<Test>map(Test.AtLeast::new).or(() -> most.map(Test.AtMost::new));
    }
}
