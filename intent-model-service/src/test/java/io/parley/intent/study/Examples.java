package io.parley.intent.study;

import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.campaign.ExampleReader;
import io.parley.campaign.ExampleReading;
import io.parley.contracts.privacy.MaskedText;
import io.parley.intent.training.GiftCards;
import io.parley.modelservice.family.StudyData;
import io.parley.modelservice.family.StudyOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Rows of the made-up campaign for tests. */
final class Examples {

    static final Campaign CAMPAIGN = GiftCards.CAMPAIGN;
    static final StudyOrder PLAIN = new StudyOrder(null, null, 42);

    private Examples() {}

    static Example row(int row, String state, String text, String label) {
        return new Example(row, "s" + row, state, new MaskedText(text), label, label, Optional.empty());
    }

    /** All of the campaign's own rows. */
    static StudyData own() {
        return new StudyData(
                CAMPAIGN, "utterances.csv", GiftCards.READING.examples(), List.of(), GiftCards.READING.heldOut());
    }

    /** An uploaded table; nothing is held out. */
    static StudyData table(String csv) {
        ExampleReading reading = ExampleReader.read(CAMPAIGN, "rows.csv", csv.getBytes(StandardCharsets.UTF_8));
        return new StudyData(CAMPAIGN, "rows.csv", reading.examples(), reading.problems(), List.of());
    }
}
