package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits hold for values however they came about. */
class SlotLimitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        plane-ticket | departure_date | 2026-03-03       | ``
        plane-ticket | departure_date | 2026-03-02       | past
        plane-ticket | return_date    | 2026-06-04       | too-low
        plane-ticket | return_date    | 2026-06-05       | too-low
        plane-ticket | return_date    | 2026-06-06       | ``
        plane-ticket | return_date    | 2026-02-06       | past
        plane-ticket | passengers     | 0                | too-low
        plane-ticket | passengers     | 10               | too-high
        plane-ticket | passengers     | many             | malformed
        plane-ticket | destination    | milan            | not-an-option
        plane-ticket | phone          | none             | ``
        plane-ticket | card_number    | 4111111111111112 | bad-checksum
        coffee-order | pickup_time    | 09:00            | past
        coffee-order | pickup_time    | 10:30            | ``
        coffee-order | pickup_time    | 19:30            | too-high
        coffee-order | address        | my office        | malformed
        coffee-order | address        | 1 Main Street    | ``
        """)
    void givenAValue_whenChecked_thenTheReasonIsNamed(String name, String slot, String value, String reason) {
        Campaign campaign = Customer.of(name).campaign();

        assertThat(SlotLimits.accepts(
                                campaign,
                                campaign.slot(slot),
                                value,
                                Map.of("departure_date", List.of("2026-06-05")),
                                LocalDateTime.of(2026, 3, 2, 10, 2).atZone(campaign.timezone()))
                        .orElse(""))
                .isEqualTo(reason);
    }
}
