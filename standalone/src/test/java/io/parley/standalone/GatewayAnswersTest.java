package io.parley.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands make of what a gateway answers them. */
class GatewayAnswersTest {

    @TempDir
    Path temp;

    private final CommandRun command = new CommandRun();

    @Test
    void givenAFileThatParleyRefuses_whenATrainingIsAskedFor_thenEveryProblemIsTold() throws IOException {
        byte[] refusal = """
                {"title": "The training data has problems", "status": 422, "detail": "rows.csv has 2 problems",
                 "problems": ["rows.csv:2: the label is empty", "rows.csv:3: there is no state 'nowhere'"]}""".getBytes(UTF_8);
        HttpServer gateway = answering(422, "application/problem+json", refusal);
        try {
            Path rows = Files.writeString(temp.resolve("rows.csv"), "session,text,label\na,hello,\n");
            Path password = Files.writeString(temp.resolve("password"), "the operator's");
            String url = "http://localhost:" + gateway.getAddress().getPort();

            assertThat(command.run(
                            "train",
                            "next-state",
                            "tea-box",
                            "--file",
                            rows.toString(),
                            "--url",
                            url,
                            "--operator-password-file",
                            password.toString()))
                    .isEqualTo(1);

            assertThat(command.err().lines().skip(1))
                    .containsExactly("  rows.csv:2: the label is empty", "  rows.csv:3: there is no state 'nowhere'");
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void givenUnansweredQuestions_whenListed_thenEachGroupIsToldWithTheFactThatComesClosest() throws IOException {
        byte[] groups = """
                [{"text": "do you take bitcoin", "count": 3, "texts": ["do you take bitcoin", "bitcoin?"],
                  "states": ["payment", "ask-quantity"], "firstAskedAt": "2026-03-01T23:00:00Z",
                  "lastAskedAt": "2026-03-02T12:00:00Z",
                  "similarFact": {"fact": "ways-to-pay", "closest": "how can I pay", "similarity": 0.4149},
                  "questions": [4, 7, 9]}]""".getBytes(UTF_8);
        HttpServer gateway = answering(200, "application/json", groups);
        try {
            Path password = Files.writeString(temp.resolve("password"), "the operator's");
            Path json = temp.resolve("groups.json");

            assertThat(command.run(
                            "unanswered",
                            "tea-box",
                            "--json",
                            json.toString(),
                            "--url",
                            "http://localhost:" + gateway.getAddress().getPort(),
                            "--operator-password-file",
                            password.toString()))
                    .isZero();

            assertThat(command.out().lines())
                    .containsExactly(
                            "   3 × do you take bitcoin",
                            "       bitcoin?",
                            "       in payment, ask-quantity, 2026-03-01 to 2026-03-02",
                            "       closest fact: ways-to-pay, 0.41 by \"how can I pay\"");
            assertThat(json).content().contains("\"questions\" : [ 4, 7, 9 ]");
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void givenAFileOfFacts_whenWritten_thenEachIsToldWithItsVersion() throws IOException {
        byte[] view = """
                {"id": "pets", "current": {"version": 2, "status": "edited", "changedAt": "2026-03-02T12:00:00Z",
                  "fact": {"id": "pets", "kind": "question", "ask": ["pets?"], "answer": "Yes."}}, "problems": []}""".getBytes(UTF_8);
        HttpServer gateway = answering(200, "application/json", view);
        try {
            Path facts = Files.writeString(
                    temp.resolve("pets.yaml"), "id: pets\nkind: question\nask: [\"pets?\"]\nanswer: \"Yes.\"\n");

            assertThat(facts(gateway, "put", facts.toString())).isZero();

            assertThat(command.out().lines()).containsExactly("pets is at version 2 and told now");
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void givenAFactThatIsRefused_whenWritten_thenEveryProblemIsToldAndTheExitCodeIsOne() throws IOException {
        byte[] problem = """
                {"title": "The fact has problems", "detail": "Correct them.", "status": 422, "retriable": false,
                 "problems": ["no such state", "no such slot"]}""".getBytes(UTF_8);
        HttpServer gateway = answering(422, "application/problem+json", problem);
        try {
            Path facts = Files.writeString(
                    temp.resolve("pets.yaml"),
                    "- id: pets\n  kind: question\n  ask: [\"pets?\"]\n  answer: \"Yes.\"\n");

            assertThat(facts(gateway, "put", facts.toString())).isEqualTo(1);

            assertThat(command.err().lines())
                    .containsExactly(
                            "pets is not written: The fact has problems: Correct them.",
                            "    no such state",
                            "    no such slot");
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void givenAFileThatIsNoFact_whenWritten_thenItIsToldWithFileAndLineAndNobodyIsAsked() throws IOException {
        Path facts =
                Files.writeString(temp.resolve("pets.yaml"), "- id: pets\n  aks: [\"pets?\"]\n  answer: \"Yes.\"\n");

        assertThat(command.run("facts", "tea-box", "put", facts.toString())).isEqualTo(1);

        assertThat(command.err()).contains("pets.yaml:2: 'aks' is no key of a fact. Did you mean 'ask'?");
    }

    private int facts(HttpServer gateway, String... arguments) throws IOException {
        Path password = Files.writeString(temp.resolve("password"), "the operator's");
        List<String> all = new ArrayList<>(List.of("facts", "tea-box"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--url",
                "http://localhost:" + gateway.getAddress().getPort(),
                "--operator-password-file",
                password.toString()));
        return command.run(all.toArray(String[]::new));
    }

    private static HttpServer answering(int status, String type, byte[] body) throws IOException {
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
        return gateway;
    }
}
