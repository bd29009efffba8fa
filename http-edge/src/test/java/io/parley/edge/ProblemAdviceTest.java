package io.parley.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

class ProblemAdviceTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockMvcTester mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Faulty())
            .setControllerAdvice(new ProblemAdvice(new Problems(meters)))
            .addFilters(new CorrelationFilter())
            .build());

    @Test
    void givenAFault_whenItLeavesAController_thenTheProblemSaysWhatAndCounts() {
        MvcTestResult result = mvc.get()
                .uri("/faulty/7")
                .header(CorrelationFilter.HEADER, "abc-1")
                .exchange();

        assertThat(result).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyJson().isLenientlyEqualTo("""
                {"type":"/problems/training-data-invalid","title":"The training data has problems","status":422,
                 "detail":"2 rows are bad","code":"training-data-invalid","retriable":false,"correlationId":"abc-1",
                 "problems":["row 3","row 9"]}""");
        assertThat(meters.counter("faults", "code", "training-data-invalid", "kind", "CALLER")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void givenSomethingUnforeseen_whenItLeavesAController_thenItsMessageStaysInside() {
        MvcTestResult result = mvc.get().uri("/faulty/0").exchange();

        assertThat(result).hasStatus(500).bodyText().contains("unexpected").doesNotContain("secret");
    }

    @Test
    void givenABrokenBodyOrType_whenCalled_thenTheCallerIsToldSo() {
        assertThat(mvc.get().uri("/faulty/x").exchange())
                .hasStatus(400)
                .bodyText()
                .contains("'number'");
        assertThat(mvc.post()
                        .uri("/faulty")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{")
                        .exchange())
                .hasStatus(400)
                .bodyText()
                .contains("request-invalid");
        assertThat(mvc.delete().uri("/faulty").exchange()).hasStatus(405);
    }

    @Test
    void givenAForgedCorrelationId_whenCalled_thenItIsReplaced() {
        MvcTestResult result = mvc.get()
                .uri("/faulty/7")
                .header(CorrelationFilter.HEADER, "a b\u0007")
                .exchange();

        assertThat(result.getResponse().getHeader(CorrelationFilter.HEADER)).hasSize(36);
    }

    @RestController
    static final class Faulty {
        @GetMapping("/faulty/{number}")
        String fail(@PathVariable int number) {
            if (number == 0) {
                throw new IllegalStateException("secret");
            }
            throw new FaultException(Fault.TRAINING_DATA_INVALID, "2 rows are bad", List.of("row 3", "row 9"));
        }

        @PostMapping("/faulty")
        List<String> read(@RequestBody List<String> body) {
            return body;
        }
    }
}
