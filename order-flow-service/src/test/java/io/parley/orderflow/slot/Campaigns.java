package io.parley.orderflow.slot;

import io.parley.campaign.Campaign;
import io.parley.campaign.Option;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Campaigns of a few slots, for what the real ones do not have. */
final class Campaigns {

    private Campaigns() {}

    static Campaign of(Locale locale, Slot... slots) {
        Map<String, Slot> byName = new LinkedHashMap<>();
        List.of(slots).forEach(slot -> byName.put(slot.name(), slot));
        return new Campaign(
                "test",
                "1",
                "Test",
                locale,
                ZoneId.of("UTC"),
                Currency.getInstance("USD"),
                "start",
                byName,
                Map.of(),
                List.of(),
                Map.of(),
                List.of());
    }

    static Slot slot(String name, SlotType type) {
        return slot(name, type, Slot.Limits.NONE);
    }

    static Slot slot(String name, SlotType type, Slot.Limits limits) {
        return new Slot(name, type, false, Optional.empty(), false, false, false, limits, Map.of());
    }

    static Slot optional(Slot slot) {
        return new Slot(
                slot.name(),
                slot.type(),
                true,
                slot.initial(),
                slot.list(),
                slot.personal(),
                slot.keepNever(),
                slot.limits(),
                slot.options());
    }

    /** @param options each an id, then {@code say} and synonyms: {@code "note:a note:card"} */
    static Slot choice(String name, boolean list, String... options) {
        Map<String, Option> byId = new LinkedHashMap<>();
        for (String option : options) {
            List<String> parts = List.of(option.split(":", -1));
            byId.put(
                    parts.getFirst(),
                    new Option(parts.getFirst(), parts.get(1), parts.subList(2, parts.size()), Optional.empty()));
        }
        return new Slot(name, SlotType.CHOICE, list, Optional.empty(), list, false, false, Slot.Limits.NONE, byId);
    }

    static Slot.Limits between(String min, String max) {
        return new Slot.Limits(
                Optional.of(min), Optional.of(max), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Slot.Limits after(String limit) {
        return new Slot.Limits(
                Optional.empty(), Optional.empty(), Optional.of(limit), Optional.empty(), Optional.empty());
    }
}
