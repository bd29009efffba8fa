package io.parley.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.CampaignReader;
import io.parley.campaign.Reading;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.contracts.chat.OrderView;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final Reading SPACE_TRIP = CampaignReader.read(Path.of("..", "training-data", "space-trip"));

    @Test
    void givenACampaign_whenItsSalesAreRead_thenEachIsAWholePurchase() {
        assertThat(Script.sales(SPACE_TRIP))
                .isNotEmpty()
                .allSatisfy(script -> assertThat(script.lines()).hasSizeGreaterThan(3));
    }

    @Test
    void givenTheOrder_whenNamesAreLookedFor_thenThePersonsNameIsOneAndTheDestinationIsNot() {
        OrderView order = new OrderView(
                "1",
                "c",
                "space-trip",
                Instant.EPOCH,
                List.of(),
                Map.of(nameSlot(), List.of("Jane Roe"), "destination", List.of("mars")),
                BigDecimal.ONE,
                "USD",
                null);

        Script script = new Script("t", List.of("I am Jane Roe"), Set.of())
                .withNamesIn(order, SPACE_TRIP.campaign().orElseThrow());

        assertThat(script.names()).containsExactly("Jane Roe");
    }

    private static String nameSlot() {
        return SPACE_TRIP.campaign().orElseThrow().slots().values().stream()
                .filter(slot -> slot.type() == SlotType.PERSON_NAME)
                .map(Slot::name)
                .findFirst()
                .orElseThrow();
    }
}
