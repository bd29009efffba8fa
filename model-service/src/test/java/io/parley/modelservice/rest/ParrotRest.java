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
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
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
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A whole model service but its broker, with a model that learns in no time: what an operator does. */
@SpringBootTest(
        classes = ParrotRest.ParrotService.class,
        properties = {"spring.kafka.admin.auto-create=false", "parley.campaigns.folder=../campaign/src/test/resources"})
@AutoConfigureMockMvc
// The folder of models ends with the class, so the service must.
@DirtiesContext
abstract class ParrotRest {

    static final String TABLE = "session,text,label\ns1,hello,ask-design\ns1,the rocket,ask-quantity\n";

    @TempDir
    static Path models = Path.of("");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ModelsInUse<Parrot> inUse;

    @Autowired
    ParrotFamily family;

    @DynamicPropertySource
    static void modelsFolder(DynamicPropertyRegistry registry) {
        registry.add("parley.models.folder", () -> models.toString());
    }

    @BeforeEach
    void waitForTheFirstModel() {
        await().until(() -> inUse.champion("gift-card").isPresent());
    }

    void succeed(MvcTestResult submitted) throws Exception {
        assertThat(submitted).hasStatus(202);
        String job = id(submitted);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(mvc.get().uri("/models/gift-card/training-jobs/" + job))
                        .bodyJson()
                        .extractingPath("$.state")
                        .isEqualTo("succeeded"));
    }

    static String id(MvcTestResult submitted) throws Exception {
        return JsonPath.read(submitted.getResponse().getContentAsString(), "$.id");
    }

    MvcTestResult upload(String uri, String table) {
        return mvc.post()
                .uri(uri)
                .multipart()
                .file(new MockMultipartFile("file", "rows.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)))
                .exchange();
    }

    MvcTestResult post(String uri, String body) {
        return mvc.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    MvcTestResult put(String uri, String body) {
        return mvc.put()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    /** The version that was made last. */
    String latestVersion() throws Exception {
        return JsonPath.read(
                mvc.get()
                        .uri("/models/gift-card/versions")
                        .exchange()
                        .getResponse()
                        .getContentAsString(),
                "$[0].version");
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
