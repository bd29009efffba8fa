package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.ContentHash;
import io.parley.campaign.Fact;
import io.parley.contracts.voice.SpokenCampaign;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.response.BucketRenderer;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is said in a campaign, for those who listen to it and speak it. */
@Component
final class SpokenCampaigns {

    private final Campaigns campaigns;
    private final BucketRenderer buckets;

    SpokenCampaigns(Campaigns campaigns, BucketRenderer buckets) {
        this.campaigns = campaigns;
        this.buckets = buckets;
    }

    SpokenCampaign of(String id) {
        Campaign campaign = campaigns.offered(id).campaign();
        List<String> person = buckets.texts("voice-person", campaign);
        List<String> back = buckets.texts("voice-back", campaign);
        List<String> repeat = buckets.texts("voice-repeat", campaign);
        List<String> cancel = buckets.texts("voice-cancel", campaign);
        List<String> sentences = Stream.of(sentences(campaign), person, back, repeat, cancel)
                .flatMap(List::stream)
                .distinct()
                .toList();
        return new SpokenCampaign(
                campaign.id(),
                campaign.locale().toLanguageTag(),
                ContentHash.of(sentences.toString()),
                sentences,
                new SpokenCampaign.Phrases(
                        buckets.texts("voice-goodbye", campaign).getFirst(),
                        buckets.texts("voice-keys", campaign).getFirst(),
                        buckets.texts("voice-recorded", campaign).getFirst(),
                        person,
                        back,
                        repeat,
                        cancel));
    }

    private static List<String> sentences(Campaign campaign) {
        return campaign.facts().stream().map(Fact::ask).flatMap(List::stream).toList();
    }
}
