package io.parley.orderflow.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.campaign.Reading;
import io.parley.contracts.ReservedState;
import io.parley.contracts.privacy.MaskedText;
import io.parley.orderflow.GiftCards;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingsTest {

    private final Campaign campaign = GiftCards.campaign();

    @Test
    void givenWordingsKeptFromTraining_whenTesting_thenThoseAreSaidAndTheOthersAreForRows() {
        Reading reading = reading(some("learnt", "ask-quantity"), some("kept", "ask-quantity"));

        assertThat(new Wordings(campaign, reading, false).answers("ask-design"))
                .hasSize(20)
                .allMatch(example -> example.text().value().startsWith("kept"));
        assertThat(new Wordings(campaign, reading, true).answers("ask-design"))
                .hasSize(20)
                .allMatch(example -> example.text().value().startsWith("learnt"));
    }

    @Test
    void givenNoneKeptFromTraining_whenTestingAndWritingRows_thenNoWordingServesBoth() {
        Reading reading = reading(some("learnt", "ask-quantity"), List.of());

        List<Example> tested = new Wordings(campaign, reading, false).answers("ask-design");
        List<Example> written = new Wordings(campaign, reading, true).answers("ask-design");

        assertThat(tested).isNotEmpty().doesNotContainAnyElementsOf(written);
        assertThat(written).isNotEmpty();
        assertThat(Stream.concat(tested.stream(), written.stream())).hasSize(20);
    }

    @Test
    void givenRowsOfEveryUse_whenAsked_thenAnswersFarewellsAndAsidesAreApart() {
        Reading reading = reading(
                Stream.of(some("on", "ask-quantity"), some("away", "cancelled"), some("why", "question"))
                        .flatMap(List::stream)
                        .toList(),
                List.of());
        Wordings wordings = new Wordings(campaign, reading, false);

        assertThat(wordings.answers("ask-design"))
                .allMatch(example -> example.next().equals("ask-quantity"));
        assertThat(wordings.farewells("payment"))
                .isNotEmpty()
                .allMatch(example -> example.next().equals("cancelled"));
        assertThat(wordings.asides("payment", ReservedState.QUESTION))
                .isNotEmpty()
                .allMatch(example -> example.next().equals("question"));
        assertThat(wordings.answers("payment")).isEmpty();
    }

    private Reading reading(List<Example> learnt, List<Example> heldOut) {
        return new Reading(Optional.of(campaign), learnt, heldOut, List.of(), List.of(), Optional.empty(), List.of());
    }

    private static List<Example> some(String word, String next) {
        return IntStream.range(0, 20)
                .mapToObj(i -> new Example(
                        i, "s-" + i, "ask-design", new MaskedText(word + " a" + i), next, next, Optional.empty()))
                .toList();
    }
}
