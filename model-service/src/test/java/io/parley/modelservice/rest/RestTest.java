package io.parley.modelservice.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.parley.modelservice.ModelServiceConfiguration;
import io.parley.modelservice.family.TrainingPlan;
import io.parley.modelservice.parrot.Parrot;
import io.parley.modelservice.parrot.ParrotAnswering;
import io.parley.modelservice.parrot.ParrotFamily;
import io.parley.modelservice.serving.ModelsInUse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A whole model service but its broker, with a model that learns in no time: what an operator does. */
@SpringBootTest(
        classes = RestTest.ParrotService.class,
        properties = {"spring.kafka.admin.auto-create=false", "parley.campaigns.folder=../campaign/src/test/resources"})
@AutoConfigureMockMvc
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestTest {

    private static final String TABLE = "session,text,label\ns1,hello,ask-design\ns1,the rocket,ask-quantity\n";

    @TempDir
    private static Path models = Path.of("");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ModelsInUse<Parrot> inUse;

    @Autowired
    private ParrotFamily family;

    @DynamicPropertySource
    static void modelsFolder(DynamicPropertyRegistry registry) {
        registry.add("parley.models.folder", () -> models.toString());
    }

    @BeforeEach
    void waitForTheFirstModel() {
        await().until(() -> inUse.champion("gift-card").isPresent());
    }

    @Test
    @Order(1)
    void givenAStart_whenTheCampaignHasNoModel_thenOneIsTrainedAndAnswers() {
        assertThat(mvc.get().uri("/models"))
                .bodyJson()
                .hasPathSatisfying("$[0].campaign", v -> assertThat(v).isEqualTo("gift-card"))
                .hasPathSatisfying("$[0].ready", v -> assertThat(v).isEqualTo(true))
                .hasPathSatisfying("$[0].champion", v -> assertThat(v).isEqualTo("v1"));
        assertThat(mvc.get().uri("/models/gift-card/versions"))
                .bodyJson()
                .hasPathSatisfying("$[0].kind", v -> assertThat(v).isEqualTo("parrots"))
                .hasPathSatisfying("$[0].role", v -> assertThat(v).isEqualTo("champion"))
                .hasPathSatisfying("$[0].source", v -> assertThat(v).isEqualTo("campaign"));
        assertThat(mvc.get().uri("/models/no-such/versions")).hasStatus(404);
        assertThat(mvc.get().uri("/models/no-such/training-jobs")).hasStatus(404);
    }

    @Test
    @Order(2)
    void givenAFile_whenEvaluatedOn_thenTheScoreJoinsTheVersion() {
        assertThat(post("/models/gift-card/evaluations", "{\"path\":\"gift-card/utterances.csv\"}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"version\":\"v1\",\"rows\":17}")
                .hasPath("$.accuracy");
        assertThat(upload("/models/gift-card/evaluations", TABLE))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.rows", v -> assertThat(v).isEqualTo(2));
        assertThat(post("/models/gift-card/evaluations", "{\"path\":\"gift-card/utterances.csv\",\"version\":\"v9\"}"))
                .hasStatus(404);
    }

    @Test
    @Order(3)
    void givenACampaignWithoutHeldOutRows_whenEvaluated_thenTheProblemSaysWhatToDo() {
        assertThat(mvc.post().uri("/models/gift-card/evaluations"))
                .hasStatus(400)
                .bodyText()
                .contains("held-out.csv");
    }

    @Test
    @Order(4)
    void givenABadTable_whenUploaded_thenEveryBadRowIsNamed() {
        String table = "session,text,label\ns1,hello,ask-design\ns1,the rocket,no-such-state\ns2,,ask-design\n";

        assertThat(upload("/models/gift-card/training-jobs", table))
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
        succeed(upload("/models/gift-card/training-jobs", TABLE));

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
        assertThat(put("/models/gift-card/champion", "{}")).hasStatus(400);
    }

    @Test
    @Order(7)
    void givenAFileToActivate_whenTrainedOnByPath_thenItsVersionAnswersWithTheSeedThatWasNamed() throws Exception {
        succeed(post(
                "/models/gift-card/training-jobs",
                "{\"path\":\"gift-card/utterances.csv\",\"seed\":7,\"activate\":true}"));

        String version = inUse.versions().get("gift-card");
        assertThat(mvc.get().uri("/models/gift-card/versions/" + version))
                .bodyJson()
                .isLenientlyEqualTo("{\"seed\":7,\"source\":\"upload\",\"role\":\"champion\"}");
    }

    @Test
    @Order(8)
    void givenARunningTraining_whenFollowedAndCancelled_thenTheStreamEndsWithIt() throws Exception {
        family.slow(true);
        String job = id(mvc.post().uri("/models/gift-card/training-jobs").exchange());

        MvcTestResult stream = mvc.get()
                .uri("/models/gift-card/training-jobs/" + job + "/events")
                .asyncExchange();
        assertThat(mvc.get().uri("/models")).bodyJson().hasPath("$[0].training.id");
        assertThat(mvc.delete().uri("/models/gift-card/training-jobs/" + job)).hasStatusOk();

        await().untilAsserted(() -> assertThat(stream.getResponse().getContentAsString())
                .contains("event:progress")
                .contains("\"cancelled\""));
        family.slow(false);
        assertThat(mvc.get().uri("/models/gift-card/training-jobs/job-0-0")).hasStatus(404);
    }

    @Test
    @Order(9)
    void givenTwoVersions_whenComparedOnARow_thenTheRowsThatChangedSidesAreTold() throws Exception {
        succeed(upload("/models/gift-card/training-jobs", "session,text,label\ns1,hello,repeat\n"));
        String table = "session,text,label\ns1,hello,repeat\ns2,who are you,question\n";

        String second = JsonPath.read(
                mvc.get()
                        .uri("/models/gift-card/versions")
                        .exchange()
                        .getResponse()
                        .getContentAsString(),
                "$[0].version");
        assertThat(upload("/models/gift-card/comparisons?second=" + second, table))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"second": "%s", "rows": 2, "firstAccuracy": 0.0, "secondAccuracy": 0.5, "bothRight": 0,
                         "onlyFirst": 0, "onlySecond": 1, "bothWrong": 1, "mcNemar": {"method": "exact", "p": 1.0},
                         "changed": [{"row": 2, "text": "hello", "label": "repeat", "second": "repeat"}]}""".formatted(second));
    }

    @Test
    @Order(10)
    void givenAComparisonThatMakesNoSense_whenAskedFor_thenTheProblemSaysWhy() {
        String champion = inUse.versions().get("gift-card");

        assertThat(post("/models/gift-card/comparisons", "{}"))
                .hasStatus(400)
                .bodyText()
                .contains("second");
        assertThat(post("/models/gift-card/comparisons", "{\"second\":\"" + champion + "\"}"))
                .hasStatus(400)
                .bodyText()
                .contains("both versions are " + champion + ", the champion");
        assertThat(post("/models/gift-card/comparisons", "{\"second\":\"v99\"}"))
                .hasStatus(404);
        assertThat(upload("/models/gift-card/comparisons?second=v1&first=v99", TABLE))
                .hasStatus(404);
        assertThat(upload("/models/gift-card/comparisons?second=v1", "")).hasStatus(422);
        assertThat(post("/models/gift-card/comparisons", "{\"second\":\"v1\"}"))
                .hasStatus(400)
                .bodyText()
                .contains("held-out.csv");
    }

    @Test
    @Order(11)
    void givenAStudy_whenItEnds_thenItsResultIsInItAndNotInTheList() throws Exception {
        MvcTestResult submitted = upload("/models/gift-card/studies?kind=census&seed=7", TABLE);
        String study = id(submitted);

        assertThat(submitted).hasStatus(202).hasHeader("Location", "/models/gift-card/studies/" + study);
        await().untilAsserted(() -> assertThat(mvc.get().uri("/models/gift-card/studies/" + study))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"kind\":\"census\",\"state\":\"succeeded\",\"result\":{\"rows\":2,\"seed\":7}}"));
        assertThat(mvc.get().uri("/models/gift-card/studies"))
                .bodyJson()
                .hasPathSatisfying("$[0].id", v -> assertThat(v).isEqualTo(study))
                .doesNotHavePath("$[0].result");
        assertThat(mvc.get().uri("/models/gift-card/training-jobs/" + study)).hasStatus(404);
        assertThat(post("/models/gift-card/studies", "{\"kind\":\"census\",\"path\":\"gift-card/utterances.csv\"}"))
                .hasStatus(202);
        assertThat(post("/models/gift-card/studies", "{\"kind\":\"census\"}")).hasStatus(202);
    }

    @Test
    @Order(12)
    void givenAStudyThatMakesNoSense_whenAskedFor_thenTheProblemSaysWhatThereIs() {
        assertThat(post("/models/gift-card/studies", "{\"kind\":\"weather\"}"))
                .hasStatus(400)
                .bodyText()
                .contains("no study 'weather'", "census");
        assertThat(post("/models/gift-card/studies", "{}"))
                .hasStatus(400)
                .bodyText()
                .contains("kind of study is missing");
        assertThat(post("/models/no-such/studies", "{\"kind\":\"census\"}")).hasStatus(404);
        assertThat(upload("/models/gift-card/studies?kind=census&folds=many", TABLE))
                .hasStatus(400);
        assertThat(post("/models/gift-card/studies", "{\"kind\":\"census\",\"fractions\":[0.5,null]}"))
                .hasStatus(400)
                .bodyText()
                .contains("a fraction is empty");
        assertThat(upload("/models/gift-card/studies?kind=census", "a,b\n1,2\n"))
                .hasStatus(422)
                .bodyText()
                .contains("rows.csv:1");
        assertThat(mvc.get().uri("/models/gift-card/studies/study-0-0"))
                .hasStatus(404)
                .bodyText()
                .contains("study-not-found");
    }

    @Test
    @Order(13)
    void givenARunningStudy_whenFollowedAndCancelled_thenTheStreamEndsWithIt() throws Exception {
        family.slow(true);
        String study = id(post("/models/gift-card/studies", "{\"kind\":\"census\"}"));

        MvcTestResult stream =
                mvc.get().uri("/models/gift-card/studies/" + study + "/events").asyncExchange();
        assertThat(mvc.delete().uri("/models/gift-card/studies/" + study)).hasStatusOk();

        await().untilAsserted(() -> assertThat(stream.getResponse().getContentAsString())
                .contains("event:progress")
                .contains("\"cancelled\""));
        family.slow(false);
    }

    @Test
    @Order(14)
    void givenAChallenger_whenTheComparisonIsAskedFor_thenItSaysWhoIsComparedSinceWhenAndHowOften() throws Exception {
        assertThat(mvc.get().uri("/models/gift-card/shadow"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.challenger", v -> assertThat(v).isNull())
                .hasPathSatisfying("$.compared", v -> assertThat(v).isEqualTo(0));
        succeed(upload("/models/gift-card/training-jobs", TABLE));
        String latest = JsonPath.read(
                mvc.get()
                        .uri("/models/gift-card/versions")
                        .exchange()
                        .getResponse()
                        .getContentAsString(),
                "$[0].version");

        assertThat(put("/models/gift-card/challenger", "{\"version\":\"" + latest + "\"}"))
                .hasStatusOk();

        assertThat(mvc.get().uri("/models/gift-card/shadow"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.champion",
                        v -> assertThat(v).isEqualTo(inUse.versions().get("gift-card")))
                .hasPathSatisfying("$.challenger", v -> assertThat(v).isEqualTo(latest))
                .hasPathSatisfying("$.since", v -> assertThat(v).isNotNull())
                .hasPathSatisfying("$.agreement", v -> assertThat(v).isNull())
                .hasPathSatisfying(
                        "$.divergences",
                        v -> assertThat(v)
                                .asInstanceOf(InstanceOfAssertFactories.LIST)
                                .isEmpty());
        assertThat(mvc.get().uri("/models/gift-card/shadow?divergences=-1")).hasStatus(400);
        assertThat(mvc.get().uri("/models/no-such/shadow")).hasStatus(404);
    }

    @Test
    @Order(15)
    void givenAVersionThatCannotBeLoaded_whenItIsToAnswerOrToBeCompared_thenItIsRefusedAndTheChampionStays()
            throws Exception {
        succeed(upload("/models/gift-card/training-jobs", TABLE));
        String latest = JsonPath.read(
                mvc.get()
                        .uri("/models/gift-card/versions")
                        .exchange()
                        .getResponse()
                        .getContentAsString(),
                "$[0].version");
        String champion = inUse.versions().get("gift-card");
        Files.writeString(
                models.resolve("parrots/gift-card/versions").resolve(latest).resolve("parrot.json"), "{");

        for (String role : List.of("champion", "challenger")) {
            assertThat(put("/models/gift-card/" + role, "{\"version\":\"" + latest + "\"}"))
                    .hasStatus(500)
                    .bodyJson()
                    .hasPathSatisfying("$.code", v -> assertThat(v).isEqualTo("model-corrupt"))
                    .hasPathSatisfying("$.detail", v -> assertThat(v).asString().contains(latest));
        }
        assertThat(inUse.versions()).containsEntry("gift-card", champion);
        assertThat(mvc.get().uri("/models/gift-card/versions/" + champion))
                .bodyJson()
                .extractingPath("$.role")
                .isEqualTo("champion");
    }

    private void succeed(MvcTestResult submitted) throws Exception {
        assertThat(submitted).hasStatus(202);
        String job = id(submitted);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(mvc.get().uri("/models/gift-card/training-jobs/" + job))
                        .bodyJson()
                        .extractingPath("$.state")
                        .isEqualTo("succeeded"));
    }

    private static String id(MvcTestResult submitted) throws Exception {
        return JsonPath.read(submitted.getResponse().getContentAsString(), "$.id");
    }

    private MvcTestResult upload(String uri, String table) {
        return mvc.post()
                .uri(uri)
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

    /** What a service adds to the library. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({ModelServiceConfiguration.class, ParrotFamily.class, ParrotAnswering.class})
    static class ParrotService {

        @Bean
        TrainingPlan trainingPlan() {
            return new TrainingPlan(true, null, 42);
        }
    }
}
