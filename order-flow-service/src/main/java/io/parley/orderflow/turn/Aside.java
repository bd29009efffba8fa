package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.orderflow.slot.Heard;
import io.parley.orderflow.slot.SlotExtractor;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an utterance says to a question of ours that is not the flow's: a yes, a no, a telephone number.
 *
 * @param yes whether it agrees
 * @param no whether it declines
 * @param phone the number it gives, E.164
 */
record Aside(boolean yes, boolean no, Optional<String> phone) {

    private static final Slot CONSENT = slot("consent", SlotType.YES_NO);
    private static final Slot PHONE = slot("phone", SlotType.PHONE);

    static Aside of(Campaign campaign, Words words, ZonedDateTime now) {
        Optional<String> consent = read(campaign, CONSENT, words, now);
        return new Aside(
                consent.filter("yes"::equals).isPresent(),
                consent.filter("no"::equals).isPresent(),
                read(campaign, PHONE, words, now));
    }

    private static Optional<String> read(Campaign campaign, Slot slot, Words words, ZonedDateTime now) {
        Campaign asking = new Campaign(
                campaign.id(),
                campaign.version(),
                campaign.title(),
                campaign.locale(),
                campaign.timezone(),
                campaign.currency(),
                campaign.start(),
                Map.of(slot.name(), slot),
                campaign.states(),
                List.of(),
                Map.of(),
                List.of());
        Heard heard = new Heard(words.raw(), List.of(slot.name()), Map.of(), false, now);
        return SlotExtractor.extract(asking, heard).values().getOrDefault(slot.name(), List.of()).stream()
                .findFirst();
    }

    private static Slot slot(String name, SlotType type) {
        return new Slot(name, type, false, Optional.empty(), false, true, false, Slot.Limits.NONE, Map.of());
    }
}
