package io.parley.modelservice.serving;

import io.parley.contracts.Topics;
import io.parley.contracts.model.ActiveVersions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the other instances which versions are in use. */
@Component
class VersionsWriter {

    private static final Logger log = LoggerFactory.getLogger(VersionsWriter.class);

    private final KafkaOperations<String, byte[]> kafka;
    private final JsonMapper json;

    VersionsWriter(KafkaOperations<String, byte[]> kafka, JsonMapper json) {
        this.kafka = kafka;
        this.json = json;
    }

    /** Tells it without waiting. What does not arrive is logged; whoever tells looks whether it was heard. */
    void tell(ActiveVersions versions) {
        try {
            var _ = kafka.send(Topics.MODEL_ALIASES.name(), versions.key(), json.writeValueAsBytes(versions))
                    .whenComplete((done, failure) -> {
                        if (failure != null) {
                            untold(versions, failure);
                        }
                    });
        } catch (KafkaException e) {
            untold(versions, e);
        }
    }

    private static void untold(ActiveVersions versions, Throwable failure) {
        log.atWarn()
                .addKeyValue("campaign", versions.campaign())
                .addKeyValue("version", versions.champion())
                .addKeyValue("cause", failure.toString())
                .log("the other instances could not be told which version is in use; it is tried again");
    }
}
