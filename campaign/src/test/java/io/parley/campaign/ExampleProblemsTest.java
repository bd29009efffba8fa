package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of examples against the gift-card campaign. */
class ExampleProblemsTest {

    private static final String HEADER = "session,text,label,state,fact\n";
    private static final Campaign CAMPAIGN = CampaignReader.read(Path.of("src/test/resources/gift-card"))
            .campaign()
            .orElseThrow();

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("", "upload.csv: is empty. Write something into it or remove it"),
                Arguments.of(HEADER, "upload.csv: has no rows under its header. Write what customers say"),
                Arguments.of(
                        "sesion,text,label\ns,hi,ask-design\n",
                        "upload.csv:1: 'sesion' is no column. Did you mean 'session'?"),
                Arguments.of(
                        "s,hi,ask-design\n",
                        "upload.csv:1: the header has no session, text, label. Begin with the header session,text,label"),
                Arguments.of(
                        "session;text;label\ns;hi;ask-design\n",
                        "upload.csv:1: the header has no session, text, label. Separate columns by commas"),
                Arguments.of(
                        "\"session,text,label\"\ns,hi,ask-design\n",
                        "upload.csv:1: the header has no session, text, label. It is one column in quotes, 'session,text,label'; take the quotes away"),
                Arguments.of(
                        "session,text,label,text\ns,hi,ask-design,\n",
                        "upload.csv:1: two columns are called 'text'. Take one out"),
                Arguments.of(
                        "session,text,label,mood\ns,hi,ask-design,good\n",
                        "upload.csv:1: warning: the column 'mood' is not used. Take it out; known are session, text, label, state, fact"),
                Arguments.of(
                        HEADER + "s,hi, there,ask-design,,\n",
                        "upload.csv:2: the row has 6 columns, the header 5. Put a text with a comma in quotes"),
                Arguments.of(
                        HEADER + "s,\"hi\" there,ask-design,,\n",
                        "upload.csv:2: the quotes of this row do not fit. Write \"…\" around the whole text and double every quote inside: \"say \"\"hi\"\"\""),
                Arguments.of(
                        HEADER + "s,hi,ask-design,,\ns,\"the rocket,ask-quantity,,\n",
                        "upload.csv:3: the quotes of this row do not fit. Write \"…\" around the whole text and double every quote inside: \"say \"\"hi\"\"\""),
                Arguments.of(
                        HEADER + ",hi,ask-design,,\n",
                        "upload.csv:2: the session is empty. Give all rows of one conversation the same name"),
                Arguments.of(
                        HEADER + "s, ,ask-design,,\n", "upload.csv:2: the text is empty. Write what the customer says"),
                Arguments.of(HEADER + "s,hi,,,\n", "upload.csv:2: the label is empty. Write the correct next state"),
                Arguments.of(
                        HEADER + "s,hi,ask-desing,,\n",
                        "upload.csv:2: there is no state 'ask-desing' to go to. Did you mean 'ask-design'?"),
                Arguments.of(
                        HEADER + "s,hi,quesiton,,\n",
                        "upload.csv:2: there is no state 'quesiton' to go to. Did you mean 'question'?"),
                Arguments.of(
                        HEADER + "s,yes,payment,confirm-oder,\n",
                        "upload.csv:2: there is no state 'confirm-oder'. Did you mean 'confirm-order'?"),
                Arguments.of(
                        HEADER + "s,yes,payment,completed,\n",
                        "upload.csv:2: nobody says anything in the final state 'completed'. Name the state before"),
                Arguments.of(
                        HEADER + "s,no,cancelled,,\ns,hi,ask-design,,\n",
                        "upload.csv:3: the session 's' has ended before in 'cancelled'. Give the row another session, or a state"),
                Arguments.of(
                        HEADER + "s,how long,question,,delivery-tme\n",
                        "upload.csv:2: there is no fact 'delivery-tme'. Did you mean 'delivery-time'?"),
                Arguments.of(
                        HEADER + "s,hi,ask-design,,delivery-time\n",
                        "upload.csv:2: a fact stands beside the label 'ask-design'. Only a question or a hesitation has a fact; empty the column or change the label"),
                Arguments.of(
                        HEADER + "s,hi,payment,,\n",
                        "upload.csv:2: no way leads from 'greeting' to 'payment'. Label it with one of ask-design, cancelled, a reserved label, or the state itself; or give the row its right state"),
                Arguments.of(
                        HEADER + "s,hi," + "ask-design,,\ns,\"" + "x".repeat(2001) + "\",ask-quantity,,\n",
                        "upload.csv:3: the text has 2001 characters. Nobody can say more than 2000 at once; look for a missing quote"));
    }

    private static ExampleReading read(String text) {
        return ExampleReader.read(CAMPAIGN, "upload.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void givenAMistake_whenRead_thenItIsReportedWithItsLine(String table, String problem) {
        assertThat(read(table).problems()).extracting(CampaignProblem::toString).contains(problem);
    }

    @Test
    void givenBadRowsAmongGoodOnes_whenRead_thenTheGoodOnesRemainAndEveryBadOneIsReported() {
        ExampleReading reading = read(HEADER
                + "a,\"bad\" quotes,ask-design,,\n"
                + "b,hi,ask-design,,\n"
                + "b,\"two\nlines\",ask-quantity,,\n"
                + "b,three,nowhere,,\n"
                + "c,\"never closed,ask-design,,\n"
                + "d,hello,ask-design,,\n");

        assertThat(reading.examples()).extracting(Example::row).containsExactly(3, 4, 8);
        assertThat(reading.problems()).extracting(CampaignProblem::line).containsExactly(2, 6, 7);
        assertThat(reading.isValid()).isFalse();
    }

    @Test
    void givenAWrongLabel_whenTheSessionGoesOn_thenItsNextRowIsNotBlamed() {
        ExampleReading reading = read(HEADER + "s,hi,nowhere,,\ns,the rocket,ask-quantity,,\n");

        assertThat(reading.problems()).extracting(CampaignProblem::line).containsExactly(2);
    }

    @Test
    void givenSeveralWaysToALabel_whenRead_thenTheDirectSuccessorIsAskedFor() {
        Campaign twoWays = new Campaign(
                CAMPAIGN.id(),
                CAMPAIGN.version(),
                CAMPAIGN.title(),
                CAMPAIGN.locale(),
                CAMPAIGN.timezone(),
                CAMPAIGN.currency(),
                CAMPAIGN.start(),
                CAMPAIGN.slots(),
                withShortcut(),
                CAMPAIGN.lines(),
                CAMPAIGN.replies(),
                CAMPAIGN.facts());

        ExampleReading reading = ExampleReader.read(
                twoWays, "upload.csv", (HEADER + "s,all at once,ask-buyer,,\n").getBytes(StandardCharsets.UTF_8));

        assertThat(reading.problems())
                .extracting(CampaignProblem::toString)
                .containsExactly(
                        "upload.csv:2: several ways lead from 'greeting' to 'ask-buyer'. Label it with the next"
                                + " state on the way: ask-design or ask-delivery");
    }

    private static Map<String, State> withShortcut() {
        Map<String, State> states = new LinkedHashMap<>(CAMPAIGN.states());
        State greeting = CAMPAIGN.state("greeting");
        List<Edge> edges = new ArrayList<>(greeting.next());
        edges.add(new Edge("ask-delivery", Condition.ALWAYS, ""));
        states.put(
                "greeting",
                new State(
                        greeting.id(),
                        greeting.collects(),
                        greeting.say(),
                        greeting.invalid(),
                        greeting.declined(),
                        edges,
                        greeting.when(),
                        greeting.confirms(),
                        greeting.pays(),
                        greeting.alwaysAsk(),
                        greeting.outcome(),
                        greeting.digressionsForbidden()));
        return states;
    }

    @Test
    void givenRowsOfTwoSessionsMixed_whenRead_thenEachKeepsItsOwnState() {
        ExampleReading reading = read(
                HEADER + "a,hi,ask-design,,\nb,hello,ask-design,,\na,the rocket,ask-quantity,,\nb,hm,hesitation,,\n");

        assertThat(reading.examples())
                .extracting(Example::state)
                .containsExactly("greeting", "greeting", "ask-design", "ask-design");
    }

    @Test
    void givenBackAndRestart_whenRead_thenTheStateFollows() {
        ExampleReading reading = read(HEADER
                + "s,hi,ask-design,,\n"
                + "s,the rocket,ask-quantity,,\n"
                + "s,hm,ask-quantity,,\n"
                + "s,go back,back,,\n"
                + "s,once more,repeat,,\n"
                + "s,back again,back,,\n"
                + "s,from the start please,restart,,\n"
                + "s,no,cancelled,,\n");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.examples())
                .extracting(Example::state)
                .containsExactly(
                        "greeting",
                        "ask-design",
                        "ask-quantity",
                        "ask-quantity",
                        "ask-design",
                        "ask-design",
                        "greeting",
                        "greeting");
    }

    @Test
    void givenAByteOrderMarkAndCarriageReturns_whenRead_thenTheyMakeNoDifference() {
        ExampleReading reading =
                read("\uFEFFsession,text,label\r\ns,hi,ask-design\r\n\r\ns,the rocket,ask-quantity\r\n");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.examples()).extracting(Example::row).containsExactly(2, 4);
    }

    @Test
    void givenLatin1_whenRead_thenTheLineIsNamed() {
        ExampleReading reading = ExampleReader.read(
                CAMPAIGN,
                "upload.csv",
                (HEADER + "s,hi,ask-design,,\ns,für Jörg,ask-design,,\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(reading.problems())
                .extracting(CampaignProblem::toString)
                .containsExactly("upload.csv:3: has a letter that is not UTF-8. Save the file as UTF-8");
    }

    @Test
    void givenAMissingFile_whenRead_thenThatIsTheProblem(@TempDir Path temporary) {
        ExampleReading reading = ExampleReader.read(CAMPAIGN, temporary.resolve("rows.csv"));

        assertThat(reading.problems())
                .extracting(CampaignProblem::toString)
                .containsExactly(
                        "rows.csv: cannot be opened (NoSuchFileException). Check that it is there and may be read");
    }

    @Nested
    class GivenAWholeCampaign {

        @TempDir
        Path temporary;

        @Test
        void thenTheSameWordsWithTwoLabelsAreAWarning() {
            Reading reading = withRows("s8,Yes please!,correction,confirm-order,\n");

            assertThat(reading.problems())
                    .extracting(CampaignProblem::toString)
                    .contains(
                            "utterances.csv:19: warning: 'Yes please!' in 'confirm-order' leads to 'correction', but to"
                                    + " 'payment' on line 6. Decide for one of them");
            assertThat(reading.campaign()).isPresent();
        }

        @Test
        void thenEdgesAndStatesWithoutExamplesAreWarnings() {
            Reading reading = CampaignFolder.in(temporary)
                    .with("utterances.csv", HEADER + "s,hi,ask-design,,\n")
                    .read();

            assertThat(reading.problems())
                    .extracting(CampaignProblem::toString)
                    .contains(
                            "utterances.csv: warning: nothing said in state 'greeting' leads to 'cancelled'. Write at"
                                    + " least ten rows with that label",
                            "utterances.csv: warning: nothing is said in state 'payment'. Write what customers say"
                                    + " there, at least ten rows for each way on");
        }

        @Test
        void thenHeldOutTextsThatAreTrainedOnAreWarnings() {
            Reading reading = CampaignFolder.in(temporary)
                    .with(
                            "held-out.csv",
                            HEADER + "h,\"YES, please\",payment,confirm-order,\n"
                                    + "h,When will it get here?,question,ask-delivery,delivery-time\n"
                                    + "h,off we go,ask-design,greeting,\n")
                    .read();

            assertThat(reading.heldOut()).hasSize(3);
            assertThat(reading.problems())
                    .filteredOn(problem -> problem.file().equals("held-out.csv"))
                    .extracting(CampaignProblem::toString)
                    .containsExactly(
                            "held-out.csv:2: warning: 'YES, please' stands in utterances.csv too, on line 6. Say it in"
                                    + " other words, or it proves nothing",
                            "held-out.csv:3: warning: 'When will it get here?' stands in facts.yaml too. Say it in other"
                                    + " words, or it proves nothing");
        }

        private Reading withRows(String rows) {
            CampaignFolder folder = CampaignFolder.in(temporary);
            return folder.with("utterances.csv", folder.text("utterances.csv") + rows)
                    .read();
        }
    }
}
