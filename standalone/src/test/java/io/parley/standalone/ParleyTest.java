package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ParleyTest {

    private static final Path CAMPAIGNS = Path.of("..", "training-data");

    /** What the command line reads without a converter of ours. */
    private static final Set<Class<?>> READABLE = Set.of(
            boolean.class,
            int.class,
            long.class,
            double.class,
            Boolean.class,
            Integer.class,
            Long.class,
            Double.class,
            String.class,
            Path.class,
            URI.class,
            InetAddress.class,
            Duration.class,
            Instant.class);

    @TempDir
    Path temp;

    private final CommandRun command = new CommandRun();

    @ParameterizedTest
    @ValueSource(strings = {"space-trip", "plane-ticket", "coffee-order", "kaffee-bestellung"})
    void givenACampaignThatComesWithParley_whenValidated_thenItIsValid(String campaign) {
        assertThat(command.run("validate", CAMPAIGNS.resolve(campaign).toString()))
                .isZero();
        assertThat(command.out())
                .contains(campaign + " is valid", "proved for ", ": reached, leads-on, finishes, corrects, passes,");
    }

    @Test
    void givenACallWithNothingToSay_whenItsAddressIsNone_thenThatIsWhatIsSaid() {
        assertThat(command.run("voice", "call", "space-trip")).isEqualTo(2);
        assertThat(command.err()).contains("space-trip").doesNotContain("Exception");
    }

    @Test
    void givenEveryOptionOfEveryCommand_whenAValueIsGiven_thenItsTypeCanBeRead() {
        assertThat(options("parley", Parley.commandLine().getCommandSpec()))
                .hasSizeGreaterThan(100)
                .allSatisfy((name, option) -> {
                    Class<?>[] within = option.typeInfo().getAuxiliaryTypes();
                    Class<?> type = within.length == 0 ? option.typeInfo().getType() : within[within.length - 1];
                    assertThat(type.isEnum() || READABLE.contains(type) || option.converters().length > 0)
                            .as("%s is a %s", name, type.getSimpleName())
                            .isTrue();
                });
    }

    private static Map<String, OptionSpec> options(String name, CommandSpec command) {
        Map<String, OptionSpec> options = new TreeMap<>();
        command.options().forEach(option -> options.put(name + " " + option.longestName(), option));
        command.subcommands().forEach((sub, line) -> options.putAll(options(name + " " + sub, line.getCommandSpec())));
        return options;
    }

    @Test
    void givenAFlowThatTrapsCustomers_whenValidated_thenTheConversationStandsUnderTheProblem() throws IOException {
        Path folder = teaBox("{ ask-quantity: the customer names a tea,", "{ ask-quantity: { when: { tea: assam } },");

        assertThat(command.run("validate", folder.toString())).isEqualTo(1);
        assertThat(command.out())
                .containsSubsequence(
                        folder.resolve("flow.yaml") + ":",
                        ": no way leads on from state 'ask-tea'",
                        "    ask-tea: the customer gives tea = sencha -> ask-tea",
                        "proved: reached, finishes",
                        "refuted: leads-on, whoever has answered a state finds a way on");
    }

    @Test
    void givenCoverageIsAskedFor_whenValidated_thenWhatIsNeverTouchedIsListed() {
        Path folder = Path.of("src", "test", "resources", "campaigns", "tea-box");

        assertThat(command.run("validate", "--coverage", folder.toString())).isZero();
        assertThat(command.out())
                .containsSubsequence(
                        "conversation tests touch",
                        "  transitions: 6 of 10; never",
                        "    payment -> cancelled",
                        "    declined in payment",
                        "training data touch",
                        "  states: 5 of 5");
    }

    @Test
    void givenAMadeUpFlow_whenItsProofsAreMeasured_thenTheyHold() {
        assertThat(command.run("bench", "proofs", "--states", "12", "--runs", "2"))
                .isZero();
        assertThat(command.out()).contains("16 states, 4 slots, seed 1", "everything holds");
    }

    @Test
    void givenABrokenCampaign_whenValidated_thenEveryProblemIsToldWithFileAndLine() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("tea"));
        Files.writeString(folder.resolve("flow.yaml"), "flow: tea\ntitel: Tea\nlocale: en-US\n");

        assertThat(command.run("validate", folder.toString())).isEqualTo(1);
        assertThat(command.out()).contains(folder.resolve("flow.yaml") + ":2: ", "title");
    }

    private Path teaBox(String words, String others) throws IOException {
        Path folder = Files.createDirectory(temp.resolve("tea"));
        Path original = Path.of("src", "test", "resources", "campaigns", "tea-box");
        for (String file : List.of("flow.yaml", "facts.yaml", "utterances.csv")) {
            String text = Files.readString(original.resolve(file));
            Files.writeString(folder.resolve(file), text.replace(words, others));
        }
        return folder;
    }

    @Test
    void givenErrorsInTheFlowAndElsewhere_whenValidated_thenItSaysWhereToBegin() throws IOException {
        Path folder = teaBox("collects: [quantity]", "collects: [quantiti]");

        assertThat(command.run("validate", folder.toString())).isEqualTo(1);
        assertThat(command.out()).contains("flow.yaml:", "Correct flow.yaml first");
    }

    @Test
    void givenACampaign_whenValidatedWithJson_thenTheVerdictIsInTheFile() throws IOException {
        Path json = temp.resolve("verdict.json");

        command.run(
                "validate",
                "--json",
                json.toString(),
                CAMPAIGNS.resolve("coffee-order").toString());

        assertThat(json).content().contains("\"valid\" : true", "\"verdict\" : \"proved\"", "\"untouched\" : [");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sell",
                "up --port abc",
                "validate",
                "validate no/such/folder",
                "bench proofs --states 9",
                "train states coffee-order",
                "unanswered",
                "reviews",
                "reviews tea-box --approve two",
                "facts",
                "facts tea-box",
                "facts tea-box show",
                "facts tea-box rollback pets",
                "replay",
                "replay c-1 --all",
                "replay c-1:0",
                "replay c-1 --since yesterday",
                "explain",
                "explain c-1",
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
                "evaluate next-state --folds 5",
                "evaluate babi",
                "evaluate babi --train no/such/folder",
                "evaluate babi --train . --tasks 21",
                "evaluate babi --train . --seeds 0"
            })
    void givenACommandThatMakesNoSense_whenRun_thenTheExitCodeIsTwo(String line) {
        assertThat(command.run(line.split(" ", -1))).isEqualTo(2);
        assertThat(command.err()).isNotBlank();
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
                "reviews",
                "facts",
                "replay",
                "explain",
                "models",
                "models list",
                "models delete",
                "compare",
                "study",
                "study data-check",
                "study cross-validation",
                "study learning-curve",
                "evaluate",
                "evaluate babi",
                "bench"
            })
    void givenHelp_whenAsked_thenItTellsAndSucceeds(String line) {
        assertThat(command.run((line + " --help").split(" "))).isZero();
        assertThat(command.out()).startsWith("Usage: parley " + line);
    }

    @Test
    void givenHelpOnFacts_whenAsked_thenTheCampaignStandsWhereItBelongs() {
        assertThat(command.run("facts", "tea-box", "put", "--help")).isZero();
        assertThat(command.out()).startsWith("Usage: parley facts CAMPAIGN put FILE");
    }

    @Test
    void givenNoParley_whenTraining_thenOneLineSaysHowToStartIt() {
        assertThat(command.run("train", "answers", "coffee-order", "--url", "http://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(command.err().lines()).hasSize(1).first().asString().contains("parley up");
    }

    @Test
    void givenAFolderWithoutCampaigns_whenStarting_thenOneLineSaysSo() {
        assertThat(command.run(
                        "up",
                        "--campaigns",
                        temp.toString(),
                        "--data",
                        temp.resolve("data").toString()))
                .isEqualTo(1);
        assertThat(command.err().lines()).hasSize(1).first().asString().contains("There is no campaign");
    }
}
