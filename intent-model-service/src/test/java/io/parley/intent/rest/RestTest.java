package io.parley.intent.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.parley.intent.IntentModelApplication;
import io.parley.intent.network.NextStateModel;
import io.parley.modelservice.serving.ModelsInUse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The whole service but its broker: trains the made-up campaign at start, then is asked what only it can say. */
@SpringBootTest(
        classes = IntentModelApplication.class,
        properties = {
            "spring.config.name=intent-model-service",
            "spring.kafka.listener.auto-startup=false",
            "spring.kafka.admin.auto-create=false",
            "parley.campaigns.folder=src/test/resources/campaigns",
            "parley.training.encoders=minilm",
            "parley.training.recurrent=8",
            "parley.training.hidden=32",
        })
@AutoConfigureMockMvc
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestTest {

    @TempDir
    private static Path models;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private ModelsInUse<NextStateModel> inUse;

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
    @Order(1)
    void givenAStart_whenTheCampaignHasNoModel_thenOneIsTrainedAndAnswers() {
        assertThat(mvc.get().uri("/models"))
                .bodyJson()
                .extractingPath("$[0].ready")
                .isEqualTo(true);
        assertThat(mvc.get().uri("/models/gift-card/versions"))
                .bodyJson()
                .hasPathSatisfying("$[0].version", v -> assertThat(v).isEqualTo("v1"))
                .hasPathSatisfying("$[0].role", v -> assertThat(v).isEqualTo("champion"))
                .hasPathSatisfying("$[0].source", v -> assertThat(v).isEqualTo("campaign"))
                .hasPath("$[0].metrics.heldOutAccuracy");
        assertThat(mvc.get().uri("/actuator/health"))
                .bodyJson()
                .extractingPath("$.components.nextStateModels.details.gift-card")
                .isEqualTo("v1");
    }

    @Test
    @Order(2)
    void givenAModel_whenAskedToPredict_thenItSaysWhereAndWhy() {
        assertThat(post("/models/gift-card/predictions", "{\"state\":\"ask-design\",\"text\":\"the rocket please\"}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.ranking[0].state", v -> assertThat(v).isEqualTo("ask-quantity"))
                .hasPathSatisfying("$.model.version", v -> assertThat(v).isEqualTo("v1"))
                .hasPath("$.because[0].feature")
                .hasPathSatisfying("$.words[1].feature", v -> assertThat(v).isEqualTo("word 'rocket'"));
        assertThat(post("/models/gift-card/predictions", "{}"))
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(post("/models/no-such/predictions", "{\"text\":\"hi\"}")).hasStatus(404);
    }

    @Test
    @Order(3)
    void givenAModel_whenEvaluated_thenTheHeldOutRowsAreScored() {
        assertThat(mvc.post().uri("/models/gift-card/evaluations"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.rows", v -> assertThat(v).isEqualTo(18))
                .hasPathSatisfying("$.version", v -> assertThat(v).isEqualTo("v1"))
                .hasPath("$.stateShuffledAccuracy")
                .hasPath("$.states.greeting.accuracy")
                .hasPath("$.labels.question.f1");
    }

    @Test
    @Order(4)
    void givenAnUploadedTable_whenTrained_thenThereIsAVersionMoreThatDoesNotAnswer() throws Exception {
        String table = Files.readString(Path.of("src/test/resources/campaigns/gift-card/utterances.csv"));
        MvcTestResult submitted = upload(table);
        assertThat(submitted).hasStatus(202);
        String job = JsonPath.read(submitted.getResponse().getContentAsString(), "$.id");

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(mvc.get().uri("/models/gift-card/training-jobs/" + job))
                        .bodyJson()
                        .extractingPath("$.state")
                        .isEqualTo("succeeded"));

        assertThat(inUse.versions()).containsEntry("gift-card", "v1");
        assertThat(mvc.get().uri("/models/gift-card/versions/v2"))
                .bodyJson()
                .hasPathSatisfying("$.source", v -> assertThat(v).isEqualTo("upload"))
                .hasPath("$.metrics.heldOutAccuracy");
    }

    @Test
    @Order(5)
    void givenTwoPartitionsOfRequests_whenTheServiceListens_thenEachHasAThread() {
        assertThat(listeners.getListenerContainer("next-state-requests"))
                .isInstanceOfSatisfying(
                        ConcurrentMessageListenerContainer.class,
                        listener -> assertThat(listener.getConcurrency()).isEqualTo(2));
    }

    private MvcTestResult upload(String table) {
        return mvc.post()
                .uri("/models/gift-card/training-jobs")
                .multipart()
                .file(new MockMultipartFile("file", "rows.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)))
                .exchange();
    }

    private MvcTestResult post(String uri, String body) {
        return mvc.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
