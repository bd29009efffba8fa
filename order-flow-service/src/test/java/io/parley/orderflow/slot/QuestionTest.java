package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.SlotType;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QuestionTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-02T10:02:00Z");

    private final Campaign campaign = Campaigns.of(Locale.US, Campaigns.slot("city", SlotType.PLACE));

    @Test
    void givenAQuestion_whenAnswered_thenTheValueIsCanonical() {
        Question consent = new Question(SlotType.YES_NO);
        assertThat(consent.answer(campaign, "yes please", NOW)).contains("yes");
        assertThat(consent.answer(campaign, "no thanks", NOW)).contains("no");
        assertThat(consent.answer(campaign, "how long does it take", NOW)).isEmpty();
        assertThat(consent.answer(campaign, "", NOW)).isEmpty();
        assertThat(new Question(SlotType.PHONE).answer(campaign, "212 555 0123", NOW))
                .contains("+12125550123");
    }

    @Test
    void givenACampaignInUse_whenManyQuestionsAreAnswered_thenWhatIsPreparedForItStays() {
        Lexicon prepared = SlotExtractor.LEXICONS.of(campaign);

        for (int i = 0; i < 100; i++) {
            new Question(SlotType.YES_NO).answer(campaign, "yes", NOW);
        }

        assertThat(SlotExtractor.LEXICONS.of(campaign)).isSameAs(prepared);
    }
}
