package io.parley.orderflow.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.orderflow.GiftCards;
import io.parley.orderflow.slot.Heard;
import io.parley.orderflow.slot.SlotExtractor;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventionTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-02T10:00:00-05:00[America/New_York]");

    private final Campaign campaign = GiftCards.campaign();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void givenEverySlotOfACampaign_whenAValueIsInventedAndSaid_thenItIsUnderstoodAsMeant(int seed) {
        Invention invention = new Invention(campaign, new Random(seed), NOW);
        for (Slot slot : campaign.slots().values()) {
            List<String> value = invention.value(slot, Map.of());

            Map<String, List<String>> understood = SlotExtractor.extract(
                            campaign,
                            new Heard(invention.phrase(slot, value), List.of(slot.name()), Map.of(), false, NOW))
                    .values();

            if (slot.list()) {
                assertThat(understood.get(slot.name())).containsExactlyInAnyOrderElementsOf(value);
            } else if (slot.type() != SlotType.TEXT) {
                assertThat(understood).as(slot.name()).containsEntry(slot.name(), value);
            }
        }
    }
}
