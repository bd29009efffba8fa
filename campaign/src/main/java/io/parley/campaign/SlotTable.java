package io.parley.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The slots of a flow while it is read; remembers those with mistakes, so that nothing is said about them twice. */
final class SlotTable {

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Set<String> unreadable = new HashSet<>();

    /** Reads {@code slots}. */
    static SlotTable read(Optional<Tree> tree, Report report) {
        SlotTable table = new SlotTable();
        tree.flatMap(it -> Section.of(it, "'slots'", report))
                .ifPresent(section -> section.entries().forEach((name, field) -> {
                    Ids.checkSnake(name, "a slot", field.line(), report);
                    if (TemplateVariable.RESERVED.contains(name)) {
                        report.error(
                                field.line(), "'" + name + "' means something else in replies", "Choose another name");
                    }
                    SlotReader.read(name, field.value(), report)
                            .ifPresentOrElse(slot -> table.slots.put(name, slot), () -> table.unreadable.add(name));
                }));
        return table;
    }

    Map<String, Slot> readable() {
        return slots;
    }

    boolean isUnreadable(String name) {
        return unreadable.contains(name);
    }

    /** The slot; nothing if it is unreadable, or if it does not exist, which is then reported. */
    Optional<Slot> find(String name, String asker, int line, Report report) {
        Slot slot = slots.get(name);
        if (slot == null && !unreadable.contains(name)) {
            List<String> names = new ArrayList<>(slots.keySet());
            names.addAll(unreadable);
            report.error(
                    line, asker + " names a slot '" + name + "' that does not exist", Suggestion.remedy(name, names));
        }
        return Optional.ofNullable(slot);
    }
}
