package io.parley.orderflow.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.CampaignProblem;
import io.parley.campaign.CampaignReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the campaign {@code gift-card}, with rows of one's own. */
class UnheardAnswersTest {

    private static final Path GIFT_CARD = Path.of("..", "campaign", "src", "test", "resources", "gift-card");

    @TempDir
    private Path temporary;

    @Test
    void givenRowsThatSayWhatIsAskedFor_whenChecked_thenThereIsNothingToSay() throws IOException {
        assertThat(warnings(
                        "s1,\"hi, I'd like two rocket cards\",ask-delivery,",
                        "s1,next Friday then,ask-buyer,",
                        "s1,\"Jane Roe, jane.roe@example.com\",confirm-order,",
                        "s1,yes please,payment,",
                        "s1,4111 1111 1111 1111,completed,"))
                .isEmpty();
    }

    @Test
    void givenAnAnswerThatNobodyCanHear_whenChecked_thenItsLineAndItsSlotAreTold() throws IOException {
        assertThat(warnings("s1,the one for astronauts,ask-quantity,ask-design"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.isError()).isFalse();
                    assertThat(problem.file()).isEqualTo("utterances.csv");
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.what())
                            .contains("'design'", "'the one for astronauts'", "'ask-design'", "'ask-quantity'");
                });
    }

    @Test
    void givenSeveralOnOneWay_whenChecked_thenOneWarningNamesTheirLines() throws IOException {
        assertThat(warnings(
                        "s1,the one for astronauts,ask-quantity,ask-design",
                        "s2,a rocket,ask-quantity,ask-design",
                        "s3,what my niece likes,ask-quantity,ask-design"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("and on line 4"));
    }

    @Test
    void givenADateThatIsPast_whenChecked_thenItIsHeardAllTheSame() throws IOException {
        assertThat(warnings("s1,on 1 May 2020,ask-buyer,ask-delivery")).isEmpty();
    }

    @Test
    void givenAValueSaidEarlierInTheSession_whenItsStateIsLeft_thenItNeedNotBeSaidAgain() throws IOException {
        assertThat(warnings("s1,I want flowers,ask-quantity,greeting", "s1,that would be it,ask-quantity,ask-design"))
                .isEmpty();
    }

    @Test
    void givenRowsThatStayOrGiveUp_whenChecked_thenTheyNeedNoValue() throws IOException {
        assertThat(warnings(
                        "s1,not sure which,ask-design,ask-design",
                        "s2,forget it,cancelled,ask-design",
                        "s3,the other one after all,correction,ask-quantity"))
                .isEmpty();
    }

    private List<CampaignProblem> warnings(String... rows) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("gift-card"));
        for (String file : List.of("flow.yaml", "facts.yaml")) {
            Files.copy(GIFT_CARD.resolve(file), folder.resolve(file));
        }
        Files.write(
                folder.resolve("utterances.csv"),
                Stream.concat(Stream.of("session,text,label,state"), Stream.of(rows))
                        .toList());
        return UnheardAnswers.in(CampaignReader.read(folder));
    }
}
