package io.parley.intent.training;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.Reading;
import io.parley.contracts.privacy.MaskedText;
import io.parley.intent.features.FeatureSpace;
import io.parley.intent.features.Situation;
import io.parley.neural.jobs.ProgressListener;
import java.nio.file.Path;
import java.util.List;

/** The made-up campaign of the tests, and settings that train it in a second or two. */
public final class GiftCards {

    public static final Path FOLDER = Path.of("src/test/resources/campaigns");
    public static final Reading READING = CampaignReader.read(FOLDER.resolve("gift-card"));
    public static final Campaign CAMPAIGN = READING.campaign().orElseThrow();

    private GiftCards() {}

    public static TrainingSettings settings() {
        return settings(0);
    }

    static TrainingSettings settings(int history) {
        return TestProperties.training(history).settings();
    }

    public static TrainingSet data() {
        return CampaignTrainingSet.of(CAMPAIGN, READING.examples());
    }

    static FeatureSpace space(TrainingSettings settings) {
        TrainingSet data = data();
        return FeatureSpace.learn(
                settings.features(),
                data.states(),
                data.labels(),
                data.lexicon(),
                data.rows().stream().map(LabelledSituation::situation).toList(),
                1,
                ProgressListener.SILENT);
    }

    public static Situation saying(String state, String text) {
        return new Situation(
                state,
                CampaignTrainingSet.flow(CAMPAIGN).getOrDefault(state, List.of()),
                new MaskedText(text),
                List.of());
    }
}
