package io.parley.modelservice.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Two versions beside each other, on rows and in use, over REST. */
class ComparisonsRestTest extends ParrotRest {

    @Test
    void givenTwoVersions_whenComparedOnARow_thenTheRowsThatChangedSidesAreTold() throws Exception {
        succeed(upload("/models/gift-card/training-jobs", "session,text,label\ns1,hello,repeat\n"));
        String table = "session,text,label\ns1,hello,repeat\ns2,who are you,question\n";

        String second = latestVersion();
        assertThat(upload("/models/gift-card/comparisons?second=" + second, table))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"second": "%s", "rows": 2, "firstAccuracy": 0.0, "secondAccuracy": 0.5, "bothRight": 0,
                         "onlyFirst": 0, "onlySecond": 1, "bothWrong": 1, "mcNemar": {"method": "exact", "p": 1.0},
                         "changed": [{"row": 2, "text": "hello", "label": "repeat", "second": "repeat"}]}""".formatted(second));
    }

    @Test
    void givenAComparisonThatMakesNoSense_whenAskedFor_thenTheProblemSaysWhy() throws Exception {
        succeed(upload("/models/gift-card/training-jobs?activate=true", TABLE));
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
    void givenAChallenger_whenTheComparisonIsAskedFor_thenItSaysWhoIsComparedSinceWhenAndHowOften() throws Exception {
        assertThat(mvc.get().uri("/models/gift-card/shadow"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.challenger", v -> assertThat(v).isNull())
                .hasPathSatisfying("$.compared", v -> assertThat(v).isEqualTo(0));
        succeed(upload("/models/gift-card/training-jobs", TABLE));
        String latest = latestVersion();

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
    void givenAVersionThatCannotBeLoaded_whenItIsToAnswerOrToBeCompared_thenItIsRefusedAndTheChampionStays()
            throws Exception {
        succeed(upload("/models/gift-card/training-jobs", TABLE));
        String latest = latestVersion();
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
}
