package io.parley.intent.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.Example;
import io.parley.campaign.Fact;
import io.parley.campaign.Reading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many of the wordings of facts are learnt. */
class CampaignTrainingSetTest {

    private static final Reading READING = CampaignReader.read(Path.of("../training-data/coffee-order"));
    private static final Campaign COFFEE = READING.campaign().orElseThrow();

    @Test
    void givenNoExamples_whenLearnt_then24WordingsOfEachFactAreFromAllOverItsList() {
        Fact parking = fact("parking");

        List<String> learnt = wordings(parking, List.of());

        assertThat(learnt).hasSize(24).doesNotHaveDuplicates().isSubsetOf(parking.ask());
        assertThat(learnt.getFirst()).isEqualTo(parking.ask().getFirst());
        assertThat(parking.ask().indexOf(learnt.getLast()))
                .isGreaterThan(parking.ask().size() * 9 / 10);
    }

    @Test
    void givenManyExamples_whenLearnt_thenTheFactsHaveAFifthAsManyWordings() {
        List<Example> examples = READING.examples();
        int share = examples.size() / 5 / COFFEE.facts().size();

        assertThat(share).as("more than the least").isGreaterThan(24);
        assertThat(wordings(fact("parking"), examples)).hasSize(share);
        assertThat(wordings(fact("location"), examples)).hasSize(share);
    }

    private static Fact fact(String id) {
        return COFFEE.facts().stream()
                .filter(fact -> fact.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> wordings(Fact fact, List<Example> examples) {
        return CampaignTrainingSet.of(COFFEE, examples).rows().stream()
                .filter(row -> row.session().equals("facts/" + fact.id()))
                .map(row -> row.situation().text().value())
                .toList();
    }
}
