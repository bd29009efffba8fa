package io.parley.modelservice.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Training, versions and evaluations over REST. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestTest extends ParrotRest {

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
        MvcTestResult submitted =
                mvc.post().uri("/models/gift-card/training-jobs").exchange();
        String job = id(submitted);
        assertThat(submitted).hasStatus(202).hasHeader("Location", "/models/gift-card/training-jobs/" + job);

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
}
