package io.parley.intent.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignReader;
import io.parley.contracts.ReservedState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionQuestionsTest {

    private static final Campaign SPACE_TRIP = CampaignReader.read(Path.of("../training-data/space-trip"))
            .campaign()
            .orElseThrow();

    @Test
    void givenAStateThatAsksForAChoice_thenEachOptionIsAskedAboutThere() {
        List<OptionQuestions.Asked> asked = OptionQuestions.of(SPACE_TRIP);

        SPACE_TRIP
                .slot("destination")
                .options()
                .values()
                .forEach(option -> assertThat(asked)
                        .filteredOn(question -> question.state().equals("ask-destination"))
                        .filteredOn(question -> question.text().contains(option.say()))
                        .hasSize(3));
    }

    @Test
    void givenAGermanCampaign_thenItsOptionsAreAskedAboutInGerman() {
        Campaign german = CampaignReader.read(Path.of("../training-data/kaffee-bestellung"))
                .campaign()
                .orElseThrow();

        assertThat(OptionQuestions.of(german))
                .extracting(OptionQuestions.Asked::text)
                .contains("was kostet Filterkaffee?")
                .noneMatch(text -> text.startsWith("how much"));
    }

    @Test
    void givenACampaign_whenLearnt_thenAskingAboutAnOptionIsAQuestionAndNotItsChoice() {
        assertThat(CampaignTrainingSet.of(SPACE_TRIP, List.of()).rows())
                .filteredOn(row -> row.session().equals("options"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.label()).isEqualTo(ReservedState.QUESTION.label()));
    }
}
