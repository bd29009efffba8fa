package io.parley.modelservice.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Studies over REST. */
class StudiesRestTest extends ParrotRest {

    @Test
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
}
