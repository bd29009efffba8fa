package io.parley.intent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.FaultException;
import io.parley.intent.features.InputPart;
import io.parley.neural.jobs.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NextStateBenchmarkTest {

    private static final Map<String, List<String>> SAYINGS = Map.of(
            "balance",
            List.of("how much money do I have", "what is my balance", "show me the balance", "is there money left"),
            "transfer",
            List.of("send money to my brother", "transfer ten dollars", "wire fifty to Anna", "pay my landlord"),
            "card_lost",
            List.of("I lost my card", "my card is gone", "somebody stole my card", "I cannot find my bank card"));

    @TempDir
    private Path folder;

    @Test
    void givenTextsAndLabels_whenBenchmarked_thenUnseenTextsAndForeignOnesAreTold() throws IOException {
        StringBuilder train = new StringBuilder("text,label\n");
        SAYINGS.forEach((label, texts) -> texts.forEach(text -> {
            for (String end : List.of("", " please", " now", " today")) {
                train.append(text).append(end).append(',').append(label).append('\n');
            }
        }));
        Path trainFile = Files.writeString(folder.resolve("train.csv"), train);
        Path testFile = Files.writeString(folder.resolve("test.csv"), """
                text,label
                tell me my account balance,balance
                my credit card has been stolen,card_lost
                transfer money to a friend,transfer
                why is the sky blue on a summer morning,oos
                """);

        BenchmarkFiles files = new BenchmarkFiles(List.of(trainFile), null, testFile, Set.of("oos"));

        BenchmarkReport report = NextStateBenchmark.run(files, Set.of(), 1, ProgressListener.SILENT);
        BenchmarkReport again = NextStateBenchmark.run(files, Set.of(), 1, ProgressListener.SILENT);

        assertThat(report.evaluation().figures().rows()).isEqualTo(3);
        assertThat(report.evaluation().figures().accuracy()).isEqualTo(1);
        assertThat(report.outOfScope()).isNotNull().satisfies(out -> {
            assertThat(out.rows()).isEqualTo(1);
            assertThat(out.auroc()).isEqualTo(1);
        });
        JsonNode json = JsonMapper.shared().valueToTree(report);
        assertThat(json.required("inScopeAccuracy").doubleValue()).isEqualTo(1);
        assertThat(json.required("outOfScope").required("recallAtInScope93").doubleValue())
                .isEqualTo(1);
        assertThat(json.required("calibration").required("ece").doubleValue()).isBetween(0.0, 1.0);
        assertThat(json.required("trainSeconds").required("cpu").doubleValue()).isPositive();
        assertThat(json.required("latencyMs").required("p99").doubleValue()).isPositive();
        assertThat(json.required("peakMemoryMb").doubleValue()).isGreaterThan(50);
        assertThat(again.modelHash()).isEqualTo(report.modelHash()).hasSize(64);
        assertThat(json.required("accuracy").doubleValue()).isEqualTo(1);
        assertThat(json.required("labels").required("balance").required("rows").intValue())
                .isEqualTo(1);
    }

    @Test
    void givenWordsThatMeanWhatTheStateMakesOfThem_whenTheStateIsLeftOut_thenItIsMissed() throws IOException {
        StringBuilder table = new StringBuilder("session,text,label,state\n");
        int session = 0;
        for (String yes : List.of("yes", "yes please", "sure", "of course", "gladly", "okay then", "fine", "yep")) {
            for (int i = 0; i < 4; i++) {
                table.append("s%d,%s,pay,confirm%n".formatted(session++, yes));
                table.append("s%d,%s,choose,greet%n".formatted(session++, yes));
            }
        }
        Path file = Files.writeString(folder.resolve("states.csv"), table);
        BenchmarkFiles files = new BenchmarkFiles(List.of(file), null, file, Set.of());

        BenchmarkReport whole = NextStateBenchmark.run(files, Set.of(), 1, ProgressListener.SILENT);
        BenchmarkReport without = NextStateBenchmark.run(files, Set.of(InputPart.STATE), 1, ProgressListener.SILENT);

        assertThat(whole.evaluation().figures().accuracy()).isEqualTo(1);
        assertThat(without.evaluation().figures().accuracy()).isEqualTo(0.5);
        assertThat(without.settings()).containsEntry("without", "state");
        assertThat(whole.settings()).doesNotContainKey("without");
    }

    @Test
    void givenSessions_whenRead_thenEachRowHasTheTurnsBeforeIt() throws IOException {
        Path file = Files.writeString(folder.resolve("sessions.csv"), """
                session,text,label,state,allowed,task,kind
                a,hello,ask,START,ask|bye,t,user
                b,hi,ask,START,,t,user
                a,"two, please",done,ask,done|bye,t,user
                """);

        List<LabelledTable.Row> rows = LabelledTable.read(file).rows();

        assertThat(rows).hasSize(3);
        assertThat(rows.get(2).labelled().situation().history())
                .singleElement()
                .satisfies(turn -> assertThat(turn.text().value()).isEqualTo("hello"));
        assertThat(rows.get(2).labelled().situation().allowed()).containsExactly("done", "bye");
        assertThat(rows.get(1).labelled().situation().allowed()).isEmpty();
        assertThat(rows.get(1).labelled().situation().history()).isEmpty();
        assertThat(rows.get(0).kind()).isEqualTo("user");
    }

    @Test
    void givenAColumnNobodyKnows_whenRead_thenTheFaultNamesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("odd.csv"), "text,lable\nhello,ask\n");

        assertThatThrownBy(() -> LabelledTable.read(file))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("lable");
    }

    @Test
    void givenRowsWithoutALabel_whenRead_thenEachIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("odd.csv"), "text,label\nhello,ask\nhi,\nbye\n");

        assertThatThrownBy(() -> LabelledTable.read(file))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.problems()).hasSize(2));
    }
}
