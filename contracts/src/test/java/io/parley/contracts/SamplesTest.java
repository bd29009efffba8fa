package io.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.model.ActiveVersions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

    private static String sample(Topic<?> topic) throws IOException {
        String name = "/samples/" + topic.name() + ".json";
        try (InputStream in = Objects.requireNonNull(SamplesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
