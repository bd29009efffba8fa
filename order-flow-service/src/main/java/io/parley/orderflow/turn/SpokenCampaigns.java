package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.ContentHash;
import io.parley.campaign.Example;
import io.parley.campaign.spoken.SpokenSentences;
import io.parley.contracts.voice.SpokenCampaign;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.response.BucketRenderer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is said in a campaign, for those who listen to it and speak it. */
@Component
final class SpokenCampaigns {

    private final Campaigns campaigns;
    private final BucketRenderer buckets;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    SpokenCampaigns(Campaigns campaigns, BucketRenderer buckets) {
        this.campaigns = campaigns;
        this.buckets = buckets;
    }

    /** Told again and again to callers, and made once: reading a campaign's examples takes its time. */
    SpokenCampaign of(String id) {
        OfferedCampaign offered = campaigns.offered(id);
        String version = offered.campaign().version() + "/" + offered.factsHash();
        Made known = made.get(id);
        if (known == null || !known.version().equals(version)) {
            known = new Made(version, make(id, offered.campaign()));
            made.put(id, known);
        }
        return known.spoken();
    }

    private SpokenCampaign make(String id, Campaign campaign) {
        SpokenCampaign.Phrases phrases = new SpokenCampaign.Phrases(
                buckets.texts("voice-goodbye", campaign).getFirst(),
                buckets.texts("voice-keys", campaign).getFirst(),
                buckets.texts("voice-recorded", campaign).getFirst(),
                buckets.texts("voice-record-agree", campaign),
                buckets.texts("voice-person", campaign),
                buckets.texts("voice-back", campaign),
                buckets.texts("voice-repeat", campaign),
                buckets.texts("voice-cancel", campaign));
        List<Example> examples = campaigns.reading(id).examples();
        SpokenSentences spoken = SpokenSentences.of(campaign, examples);
        List<String> sentences = Stream.of(
                        spoken.sentences(), phrases.person(), phrases.back(), phrases.repeat(), phrases.cancel())
                .flatMap(List::stream)
                .toList();
        return new SpokenCampaign(
                id, campaign.locale().toLanguageTag(), ContentHash.of(sentences.toString()), sentences, phrases);
    }

    private record Made(String version, SpokenCampaign spoken) {}
}
