package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learnt from files and scored on others, without any service. */
class EvaluateTest {

    private static final Path CAMPAIGNS = Path.of("..", "training-data");

    @TempDir
    Path temp;

    private final CommandRun command = new CommandRun();

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

        assertThat(command.run(
                        "evaluate",
                        "next-state",
                        "--train",
                        train.toString(),
                        "--test",
                        test.toString(),
                        "--json",
                        json.toString()))
                .isZero();

        assertThat(command.out()).startsWith("1 rows: accuracy 1.0000");
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

        assertThat(command.run(
                        "evaluate",
                        "next-state",
                        "--train",
                        train.toString(),
                        "--folds",
                        "3",
                        "--json",
                        json.toString()))
                .isZero();

        assertThat(command.out()).contains("fold 3: ", "15 rows in 3 folds: accuracy ");
        assertThat(json).content().contains("\"confusionMatrix\"", "\"seed\" : 42");
    }

    @Test
    void givenATableWithBadRows_whenEvaluated_thenEachIsToldAndNothingElse() throws IOException {
        Path bad = Files.writeString(temp.resolve("bad.csv"), "text,label\nhello,\nbye,end\nhi,\n");

        assertThat(command.run("evaluate", "next-state", "--train", bad.toString(), "--test", bad.toString()))
                .isEqualTo(1);

        assertThat(command.err().lines()).hasSize(3);
        assertThat(command.err()).contains("bad.csv:2", "bad.csv:4");
    }

    @Test
    void givenFacts_whenEvaluatedOnQuestions_thenTheFiguresAreTold() throws IOException {
        Path facts = CAMPAIGNS.resolve("coffee-order").resolve("facts.yaml");
        String asking = "how long does delivery take";
        Path test = Files.writeString(temp.resolve("questions.csv"), "text,fact\n" + asking + ",\n");

        assertThat(command.run("evaluate", "answers", "--facts", facts.toString(), "--test", test.toString()))
                .isZero();

        assertThat(command.out()).contains("1 that no fact fits");
    }

    @Test
    void givenAFolderWithoutStories_whenEvaluated_thenItIsToldWhatIsMissing() {
        assertThat(command.run("evaluate", "babi", "--train", temp.toString())).isEqualTo(1);

        assertThat(command.err()).contains("qa<number>_<name>_train.txt");
    }
}
