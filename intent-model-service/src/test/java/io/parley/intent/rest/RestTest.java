package io.parley.intent.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.parley.intent.IntentModelApplication;
import io.parley.intent.serving.ModelsInUse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
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
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The whole service but its broker: trains the made-up campaign at start, then does what an operator does. */
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
    private ModelsInUse inUse;

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
    void givenABadTable_whenUploaded_thenEveryBadRowIsNamed() {
        String table = "session,text,label\ns1,hello,ask-design\ns1,the rocket,no-such-state\ns2,,ask-design\n";

        assertThat(upload(table))
                .hasStatus(422)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .hasPathSatisfying("$.code", v -> assertThat(v).isEqualTo("training-data-invalid"))
                .hasPathSatisfying(
                        "$.problems",
                        v -> assertThat(v)
                                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                                .anyMatch(problem -> problem.contains("3") && problem.contains("no-such-state"))
                                .anyMatch(problem -> problem.contains("4")));
    }

    @Test
    @Order(5)
    void givenPathsOutsideTheFolders_whenNamed_thenTheyAreRefused() {
        assertThat(post("/models/gift-card/training-jobs", "{\"path\":\"../../../../pom.xml\"}"))
                .hasStatus(400);
        assertThat(post("/models/gift-card/training-jobs", "{\"path\":\"/etc/passwd\"}"))
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    @Order(6)
    void givenAnUploadedTable_whenTrainedAndActivated_thenItAnswersAndCanBeRolledBack() throws Exception {
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
        assertThat(put("/models/gift-card/challenger", "{\"version\":\"v2\"}")).hasStatusOk();
        assertThat(put("/models/gift-card/champion", "{\"version\":\"v2\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.role")
                .isEqualTo("champion");
        assertThat(inUse.versions()).containsEntry("gift-card", "v2");
        assertThat(mvc.delete().uri("/models/gift-card/versions/v2")).hasStatus(409);
        assertThat(mvc.post().uri("/models/gift-card/rollback"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.version")
                .isEqualTo("v1");
        assertThat(inUse.versions()).containsEntry("gift-card", "v1");
        assertThat(mvc.delete().uri("/models/gift-card/versions/v2")).hasStatus(204);
        assertThat(put("/models/gift-card/champion", "{\"version\":\"v2\"}")).hasStatus(404);
    }

    @Test
    @Order(7)
    void givenARunningTraining_whenFollowedAndCancelled_thenTheStreamEndsWithIt() throws Exception {
        MvcTestResult submitted =
                mvc.post().uri("/models/gift-card/training-jobs").exchange();
        String job = JsonPath.read(submitted.getResponse().getContentAsString(), "$.id");

        MvcTestResult stream = mvc.get()
                .uri("/models/gift-card/training-jobs/" + job + "/events")
                .asyncExchange();
        assertThat(mvc.delete().uri("/models/gift-card/training-jobs/" + job)).hasStatusOk();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stream.getResponse().getContentAsString())
                        .contains("event:progress")
                        .contains("\"cancelled\""));
        assertThat(mvc.get().uri("/models/gift-card/training-jobs/job-0-0")).hasStatus(404);
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

    private MvcTestResult put(String uri, String body) {
        return mvc.put()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
