package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values are said. */
class SlotFormatTest {

    private static final Slot EXTRAS = Campaigns.choice("extras", true, "note:a note", "seal:a wax seal", "bow:a bow");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en-US | DATE        | 2026-06-05       | Friday, June 5, 2026
        en-GB | DATE        | 2026-06-05       | Friday, 5 June 2026
        de-DE | DATE        | 2026-06-05       | Freitag, 5. Juni 2026
        en-US | TIME        | 17:30            | 5:30 PM
        en-GB | TIME        | 17:30            | 17:30
        en-US | DATE_TIME   | 2026-06-05T17:30 | Friday, June 5, 2026 at 5:30 PM
        en-US | INTEGER     | 1250             | 1,250
        en-US | MONEY       | 25               | $25.00
        en-US | MONEY       | 25.5             | $25.50
        en-US | YES_NO      | yes              | yes
        en-US | PERSON_NAME | Jane Roe         | Jane Roe
        """)
    void givenAValue_whenSaid_thenItIsInTheCampaignsLanguage(String locale, SlotType type, String value, String said) {
        Slot slot = Campaigns.slot("slot", type);
        Campaign campaign = Campaigns.of(Locale.forLanguageTag(locale), slot);

        assertThat(SlotFormat.say(campaign, slot, List.of(value))).isEqualTo(said);
    }

    @Test
    void givenAList_whenSaid_thenItIsJoined() {
        Campaign campaign = Campaigns.of(Locale.US, EXTRAS);

        assertThat(SlotFormat.say(campaign, EXTRAS, List.of("note", "seal"))).isEqualTo("a note and a wax seal");
        assertThat(SlotFormat.options(campaign, EXTRAS)).isEqualTo("a note, a wax seal, or a bow");
    }

    @Test
    void givenADeclinedList_whenSaid_thenItIsNothing() {
        Campaign campaign = Campaigns.of(Locale.US, EXTRAS);

        assertThat(SlotFormat.say(campaign, EXTRAS, List.of(Extraction.NONE))).isEqualTo("nothing extra");
    }

    @Test
    void givenAPersonalSlot_whenMasked_thenItsValueIsHidden() {
        Campaign campaign = Customer.of("space-trip").campaign();

        assertThat(SlotFormat.masked(campaign.slot("name"), List.of("Jane Roe")))
                .isEqualTo("<name>");
        assertThat(SlotFormat.masked(campaign.slot("card_number"), List.of("4111111111111111")))
                .isEqualTo("<card-number>");
        assertThat(SlotFormat.masked(campaign.slot("cabin"), List.of("pod"))).isEqualTo("pod");
    }
}
