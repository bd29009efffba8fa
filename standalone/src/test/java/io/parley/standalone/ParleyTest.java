package io.parley.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ParleyTest {

    private static final Path CAMPAIGNS = Path.of("..", "training-data");

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"space-trip", "plane-ticket", "coffee-order"})
    void givenACampaignThatComesWithParley_whenValidated_thenItIsValid(String campaign) {
        assertThat(run("validate", CAMPAIGNS.resolve(campaign).toString())).isZero();
        assertThat(out.toString()).contains(campaign + " is valid");
    }

    @Test
    void givenABrokenCampaign_whenValidated_thenEveryProblemIsToldWithFileAndLine() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("tea"));
        Files.writeString(folder.resolve("flow.yaml"), "flow: tea\ntitel: Tea\nlocale: en-US\n");

        assertThat(run("validate", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains(folder.resolve("flow.yaml") + ":2: ", "title");
    }

    @Test
    void givenErrorsInTheFlowAndElsewhere_whenValidated_thenItSaysWhereToBegin() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("tea"));
        Path teaBox = Path.of("src", "test", "resources", "campaigns", "tea-box");
        for (String file : List.of("flow.yaml", "facts.yaml", "utterances.csv")) {
            String text = Files.readString(teaBox.resolve(file));
            Files.writeString(folder.resolve(file), text.replace("collects: [quantity]", "collects: [quantiti]"));
        }

        assertThat(run("validate", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("flow.yaml:", "Correct flow.yaml first");
    }

    @Test
    void givenACampaign_whenValidatedWithJson_thenTheVerdictIsInTheFile() throws IOException {
        Path json = temp.resolve("verdict.json");

        run(
                "validate",
                "--json",
                json.toString(),
                CAMPAIGNS.resolve("coffee-order").toString());

        assertThat(json).content().contains("\"valid\" : true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sell",
                "up --port abc",
                "validate",
                "validate no/such/folder",
                "train states coffee-order",
                "unanswered",
                "facts",
                "facts tea-box",
                "facts tea-box show",
                "facts tea-box rollback pets",
                "models",
                "models activate next-state coffee-order",
                "compare next-state coffee-order",
                "compare next-state coffee-order --second v2 --file no.csv",
                "study",
                "study weather coffee-order",
                "study data-check",
                "study data-check coffee-order --file no.csv",
                "study learning-curve coffee-order --fractions half",
                "evaluate next-state --train no.csv --test no.csv",
                "evaluate next-state --train no.csv --folds 5",
                "evaluate next-state --train no.csv --folds 1",
                "evaluate next-state --folds 5"
            })
    void givenACommandThatMakesNoSense_whenRun_thenTheExitCodeIsTwo(String command) {
        assertThat(run(command.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "chat",
                "validate",
                "test",
                "train",
                "unanswered",
                "facts",
                "models",
                "models list",
                "models delete",
                "compare",
                "study",
                "study data-check",
                "study cross-validation",
                "study learning-curve",
                "evaluate",
                "bench"
            })
    void givenHelp_whenAsked_thenItTellsAndSucceeds(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: parley " + command);
    }

    @Test
    void givenHelpOnFacts_whenAsked_thenTheCampaignStandsWhereItBelongs() {
        assertThat(run("facts", "tea-box", "put", "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: parley facts CAMPAIGN put FILE");
    }

    @Test
    void givenTables_whenEvaluated_thenTheFiguresAreInTheFile() throws IOException {
        StringBuilder table = new StringBuilder("text,label\n");
        for (String end : List.of("", " please", " now", " today", " if you can")) {
            table.append("send money to my brother").append(end).append(",transfer\n");
            table.append("I lost my card").append(end).append(",card_lost\n");
        }
        Path train = Files.writeString(temp.resolve("train.csv"), table);
        Path test = Files.writeString(temp.resolve("test.csv"), "text,label\nmy card is gone,card_lost\n");
        Path json = temp.resolve("figures.json");

        assertThat(run(
                        "evaluate",
                        "next-state",
                        "--train",
                        train.toString(),
                        "--test",
                        test.toString(),
                        "--json",
                        json.toString()))
                .isZero();

        assertThat(out.toString()).startsWith("1 rows: accuracy 1.0000");
        assertThat(json).content().contains("\"accuracy\" : 1.0", "\"seed\" : 42");
    }

    @Test
    void givenATable_whenCrossValidated_thenEveryFoldIsTold() throws IOException {
        StringBuilder table = new StringBuilder("text,label\n");
        for (String what : List.of("my brother", "her bank in Spain", "the landlord", "a friend", "the tax office")) {
            table.append("send money to ").append(what).append(",transfer\n");
            table.append("I lost the card of ").append(what).append(",card_lost\n");
            table.append("what is the balance of ").append(what).append(",balance\n");
        }
        Path train = Files.writeString(temp.resolve("train.csv"), table);
        Path json = temp.resolve("figures.json");

        assertThat(run(
                        "evaluate",
                        "next-state",
                        "--train",
                        train.toString(),
                        "--folds",
                        "3",
                        "--json",
                        json.toString()))
                .isZero();

        assertThat(out.toString()).contains("fold 3: ", "15 rows in 3 folds: accuracy ");
        assertThat(json).content().contains("\"confusionMatrix\"", "\"seed\" : 42");
    }

    @Test
    void givenATableWithBadRows_whenEvaluated_thenEachIsToldAndNothingElse() throws IOException {
        Path bad = Files.writeString(temp.resolve("bad.csv"), "text,label\nhello,\nbye,end\nhi,\n");

        assertThat(run("evaluate", "next-state", "--train", bad.toString(), "--test", bad.toString()))
                .isEqualTo(1);

        assertThat(err.toString().lines()).hasSize(3);
        assertThat(err.toString()).contains("bad.csv:2", "bad.csv:4");
    }

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

            assertThat(run(
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

            assertThat(err.toString().lines().skip(1))
                    .containsExactly("  rows.csv:2: the label is empty", "  rows.csv:3: there is no state 'nowhere'");
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void givenFacts_whenEvaluatedOnQuestions_thenTheFiguresAreTold() throws IOException {
        Path facts = CAMPAIGNS.resolve("coffee-order").resolve("facts.yaml");
        String asking = "how long does delivery take";
        Path test = Files.writeString(temp.resolve("questions.csv"), "text,fact\n" + asking + ",\n");

        assertThat(run("evaluate", "answers", "--facts", facts.toString(), "--test", test.toString()))
                .isZero();

        assertThat(out.toString()).contains("1 that no fact fits");
    }

    @Test
    void givenNoParley_whenTraining_thenOneLineSaysHowToStartIt() {
        assertThat(run("train", "answers", "coffee-order", "--url", "http://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("parley up");
    }

    @Test
    void givenAFolderWithoutCampaigns_whenStarting_thenOneLineSaysSo() {
        assertThat(run(
                        "up",
                        "--campaigns",
                        temp.toString(),
                        "--data",
                        temp.resolve("data").toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("There is no campaign");
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

            assertThat(run(
                            "unanswered",
                            "tea-box",
                            "--json",
                            json.toString(),
                            "--url",
                            "http://localhost:" + gateway.getAddress().getPort(),
                            "--operator-password-file",
                            password.toString()))
                    .isZero();

            assertThat(out.toString().lines())
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

            assertThat(out.toString().lines()).containsExactly("pets is at version 2 and told now");
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

            assertThat(err.toString().lines())
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

        assertThat(run("facts", "tea-box", "put", facts.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("pets.yaml:2: 'aks' is no key of a fact. Did you mean 'ask'?");
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
        return run(all.toArray(String[]::new));
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

    private int run(String... arguments) {
        CommandLine commandLine = Parley.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
