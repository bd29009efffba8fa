package io.parley.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
    void givenATurnThatDiffers_whenReplayed_thenTheFieldIsNamedAndTheExitCodeIsOne() throws IOException {
        byte[] report = """
                {"conversations": 1, "turns": 2, "identical": 1, "different": 1, "campaignChanged": 0, "unreadable": 0,
                 "modelsFromRecord": 1, "results": [
                  {"conversation": "c-1", "turn": 1, "outcome": "identical", "modelsFromRecord": ["next-state v1"]},
                  {"conversation": "c-1", "turn": 2, "outcome": "different", "modelsFromRecord": [],
                   "difference": {"field": "exchange.reply", "recorded": "\\"Yes.\\"", "recomputed": "\\"No.\\""}}]}""".getBytes(UTF_8);
        HttpServer gateway = answering(200, "application/json", report);
        try {
            assertThat(asOperator(gateway, "replay", "c-1")).isEqualTo(1);

            assertThat(command.out().lines())
                    .containsExactly(
                            "c-1:1 identical, from the record: next-state v1",
                            "c-1:2 different",
                            "    exchange.reply",
                            "    recorded   \"Yes.\"",
                            "    recomputed \"No.\"",
                            "1 conversations, 2 turns: 1 identical, 1 different, 0 whose campaign changed, 0 unreadable",
                            "in 1 turns a model's version is gone, and what it said is taken from the record");
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void givenOneTurnOfAChangedCampaign_whenReplayed_thenThatIsNoDifference() throws IOException {
        byte[] turn = """
                {"conversation": "c-1", "turn": 3, "outcome": "campaign-changed", "modelsFromRecord": [],
                 "detail": "the campaign was at version a and is at b"}""".getBytes(UTF_8);
        HttpServer gateway = answering(200, "application/json", turn);
        try {
            assertThat(asOperator(gateway, "replay", "c-1:3")).isZero();

            assertThat(command.out())
                    .contains("c-1:3 campaign-changed", "version a and is at b", "1 whose campaign changed");
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void givenManyConversations_whenAllAreReplayed_thenPageIsAskedForAfterPageAndTheSumIsTold() throws IOException {
        byte[] first = page("\"c-2\"");
        byte[] last = page("null");
        List<String> queries = new CopyOnWriteArrayList<>();
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            queries.add(query);
            respond(exchange, 200, "application/json", query.contains("after=c-2") ? last : first);
        });
        gateway.start();
        try {
            assertThat(asOperator(gateway, "replay", "--all", "--campaign", "tea-box"))
                    .isZero();

            assertThat(queries)
                    .containsExactly(
                            "after=&campaign=tea-box&limit=50&rehearsals=false",
                            "after=c-2&campaign=tea-box&limit=50&rehearsals=false");
            assertThat(command.out()).startsWith("4 conversations, 20 turns: 20 identical, 0 different");
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void givenATurn_whenExplained_thenOnePageSaysWhyItWasSaid() throws IOException {
        byte[] explanation = """
                {"conversation": "c-1", "turn": 2, "campaign": "tea-box", "at": "2026-03-02T12:00:00Z", "rehearsal": false,
                 "said": "how long?", "reply": "Two days.", "stateBefore": "ask-quantity", "stateAfter": "ask-quantity",
                 "decision": {"name": "ask", "confidence": 0.93, "ground": "network", "because": "the network is sure of it"},
                 "slotsBefore": {"tea": ["sencha"]}, "slotsAfter": {"tea": ["sencha"], "quantity": ["2"]},
                 "nextState": {"allowed": [], "history": [], "answered": true,
                   "ranking": [{"state": "question", "probability": 0.93}], "acceptAt": 0.4, "outOfScope": 0.1,
                   "outOfScopeAt": 0.9, "because": [{"feature": "word 'how'", "weight": 1.25}],
                   "words": [{"feature": "long", "weight": 2.5}]},
                 "answer": {"kind": "question", "answered": true, "noFact": 0.05, "noFactAt": 0.5,
                   "facts": [{"fact": "shipping-time", "probability": 0.9, "attention": [0.25, 0.75]}]},
                 "replies": [{"bucket": "answer", "variant": 1, "text": "Two days."}], "fact": "shipping-time",
                 "versions": {"campaign": "abc", "facts": "def", "nextState": {"version": "v3", "dataHash": "h", "seed": 1},
                   "answers": {"version": "v4", "dataHash": "h", "seed": 1}, "seed": 7},
                 "micros": {"play": 1500}}""".getBytes(UTF_8);
        HttpServer gateway = answering(200, "application/json", explanation);
        try {
            assertThat(asOperator(gateway, "explain", "c-1:2")).isZero();

            assertThat(command.out().lines())
                    .contains(
                            "  customer   how long?",
                            "  decision   ask: the network is sure of it",
                            "  said from  answer#1",
                            "The network (v3) acts from 0.40 on; out of scope 0.10, strange above 0.90",
                            "  0.930  question",
                            "  moved by: word 'how' +1.25",
                            "  worth of words: long +2.50",
                            "  0.900  shipping-time, attention by hop 0.25 0.75",
                            "  told: shipping-time",
                            "  tea              sencha, as before",
                            "  quantity         2",
                            "Campaign version abc, facts def, seed 7",
                            "Times in ms: play 1.5");
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
        List<String> all = new ArrayList<>(List.of("facts", "tea-box"));
        all.addAll(List.of(arguments));
        return asOperator(gateway, all.toArray(String[]::new));
    }

    private int asOperator(HttpServer gateway, String... arguments) throws IOException {
        Path password = Files.writeString(temp.resolve("password"), "the operator's");
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--url",
                "http://localhost:" + gateway.getAddress().getPort(),
                "--operator-password-file",
                password.toString()));
        return command.run(all.toArray(String[]::new));
    }

    private static byte[] page(String next) {
        return """
                {"conversations": 2, "turns": 10, "identical": 10, "different": 0, "campaignChanged": 0, "unreadable": 0,
                 "modelsFromRecord": 0, "results": [], "next": %s}""".formatted(next).getBytes(UTF_8);
    }

    private static HttpServer answering(int status, String type, byte[] body) throws IOException {
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            respond(exchange, status, type, body);
        });
        gateway.start();
        return gateway;
    }

    private static void respond(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
