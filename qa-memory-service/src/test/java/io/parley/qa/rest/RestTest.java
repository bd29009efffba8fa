package io.parley.qa.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.modelservice.serving.ModelsInUse;
import io.parley.qa.QaMemoryApplication;
import io.parley.qa.recall.AnswerModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The whole service but its broker: trains a small campaign at start, then is asked what only it can say. */
@SpringBootTest(
        classes = QaMemoryApplication.class,
        properties = {
            "spring.config.name=qa-memory-service",
            "spring.kafka.listener.auto-startup=false",
            "spring.kafka.admin.auto-create=false",
            "parley.campaigns.folder=../campaign/src/test/resources",
            "parley.training.encoders=minilm",
            "parley.training.epochs=1",
            "parley.facts.patience=0s",
        })
@AutoConfigureMockMvc
class RestTest {

    private static final String TABLE = "text,fact\nhow soon will it be here?,delivery-time\nnice weather,\n";

    @TempDir
    private static Path models;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private ModelsInUse<AnswerModel> inUse;

    @DynamicPropertySource
    static void modelsFolder(DynamicPropertyRegistry registry) {
        registry.add("parley.models.folder", () -> models.toString());
    }

    @BeforeEach
    void waitForTheFirstModel() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> inUse.champion("gift-card").isPresent());
    }

    @Test
    void givenAStart_whenTheCampaignHasNoModel_thenOneIsTrainedAndAnswers() {
        assertThat(mvc.get().uri("/models/gift-card/versions"))
                .bodyJson()
                .hasPathSatisfying("$[0].kind", v -> assertThat(v).isEqualTo("answers"))
                .hasPathSatisfying("$[0].role", v -> assertThat(v).isEqualTo("champion"))
                .hasPathSatisfying("$[0].settings.hops", v -> assertThat(v).isEqualTo("3"));
        assertThat(mvc.get().uri("/actuator/health"))
                .bodyJson()
                .extractingPath("$.components.answerModels.details.gift-card")
                .isEqualTo("v1");
    }

    @Test
    void givenAModel_whenAskedToRecall_thenItSaysWhatAndWhereItLooked() {
        assertThat(mvc.post()
                        .uri("/models/gift-card/predictions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\":\"how long does delivery take?\",\"kind\":\"question\"}")
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.facts[0].fact", v -> assertThat(v).isEqualTo("delivery-time"))
                .hasPathSatisfying("$.model.version", v -> assertThat(v).isEqualTo("v1"))
                .hasPath("$.facts[0].attention[2]");
    }

    @Test
    void givenATableOfTexts_whenEvaluatedOn_thenTheScoreJoinsTheVersion() {
        assertThat(mvc.post()
                        .uri("/models/gift-card/evaluations")
                        .multipart()
                        .file(new MockMultipartFile(
                                "file", "texts.csv", "text/csv", TABLE.getBytes(StandardCharsets.UTF_8)))
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"version\":\"v1\",\"questions\":1,\"unanswerable\":1}");
    }

    @Test
    void givenUnansweredQuestions_whenGrouped_thenTheClosestFactIsNamed() {
        assertThat(mvc.post()
                        .uri("/models/gift-card/text-groups")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"texts\":[\"how long does the delivery take?\",\"do you like jazz\","
                                + "\"how long does the delivery take?\"]}")
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$[0].members", v -> assertThat(v).isEqualTo(List.of(0, 2)))
                .hasPathSatisfying("$[0].similarFact.fact", v -> assertThat(v).isEqualTo("delivery-time"))
                .hasPathSatisfying("$[1].members", v -> assertThat(v).isEqualTo(List.of(1)));
    }

    @Test
    void givenTwoPartitionsOfRequests_whenTheServiceListens_thenEachHasAThread() {
        assertThat(listeners.getListenerContainer("answer-requests"))
                .isInstanceOfSatisfying(
                        ConcurrentMessageListenerContainer.class,
                        listener -> assertThat(listener.getConcurrency()).isEqualTo(2));
    }
}
