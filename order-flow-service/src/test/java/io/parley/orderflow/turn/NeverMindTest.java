package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.response.BucketRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeverMindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "never mind|true",
                "Never mind, let's go on!|true",
                "ok, forget it|true",
                "I don't want to wait any longer|true",
                "let’s go on|true",
                "the rocket|false",
                "are you still there|false",
                "I forget items from time to time|false",
                "I never mind waiting for people who know what they are doing so take your time|false",
            })
    void givenWordsOfACustomerWhoWaits_whenHeard_thenItIsKnownWhetherTheyStopWaiting(String said, boolean stops) {
        assertThat(NeverMind.isSaid(
                        Words.of(said),
                        CampaignFolders.giftCard().offered("gift-card").campaign(),
                        new BucketRenderer()))
                .isEqualTo(stops);
    }
}
