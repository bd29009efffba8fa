package io.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.fact.FactChange;
import io.parley.contracts.fact.FactContent;
import io.parley.contracts.fact.FactStatus;
import io.parley.contracts.fact.PitchContent;
import io.parley.contracts.model.ActiveVersions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What was once written to a topic that keeps it for ever reads the same to the day, and is still written so. */
class SamplesTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void givenAnOldRecordOfActiveVersions_whenRead_thenItMeansWhatItMeant() throws IOException {
        String sample = sample(Topics.MODEL_ALIASES);

        ActiveVersions read = JSON.readValue(sample, Topics.MODEL_ALIASES.payload());

        assertThat(read)
                .isEqualTo(new ActiveVersions(
                        "next-state", "space-trip", "v7", "v9", Instant.parse("2026-03-02T12:00:00.001Z")));
        assertThat(read.key()).isEqualTo("next-state/space-trip");
        assertThat(JSON.writeValueAsString(read)).isEqualTo(sample);
    }

    @Test
    void givenAnOldRecordOfAChangedFact_whenRead_thenItMeansWhatItMeant() throws IOException {
        String sample = sample(Topics.CAMPAIGN_FACTS);

        FactChange read = JSON.readValue(sample, Topics.CAMPAIGN_FACTS.payload());

        assertThat(read)
                .isEqualTo(new FactChange(
                        "space-trip",
                        "pets",
                        3,
                        FactStatus.EDITED,
                        new FactContent(
                                "pets",
                                "question",
                                List.of("May my dog come along?"),
                                "Dogs stay on Earth.",
                                List.of(new PitchContent(
                                        "A sitter is included.", List.of("ask-extras"), List.of("destination"))),
                                List.of("ask-crew")),
                        Instant.parse("2026-03-02T12:00:00.001Z")));
        assertThat(read.key()).isEqualTo("space-trip/pets");
        assertThat(JSON.writeValueAsString(read)).isEqualTo(sample);
    }

    @Test
    void givenARecordOfADeletedFact_whenRead_thenThereIsNothingToTell() {
        FactChange deleted = new FactChange("space-trip", "pets", 4, FactStatus.DELETED, null, Instant.EPOCH);

        assertThat(JSON.readValue(JSON.writeValueAsString(deleted), FactChange.class))
                .isEqualTo(deleted);
    }

    private static String sample(Topic<?> topic) throws IOException {
        String name = "/samples/" + topic.name() + ".json";
        try (InputStream in = Objects.requireNonNull(SamplesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
