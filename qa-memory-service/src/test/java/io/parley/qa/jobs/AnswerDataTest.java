package io.parley.qa.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Example;
import io.parley.campaign.Fact;
import io.parley.contracts.privacy.MaskedText;
import io.parley.qa.recall.LabelledText;
import io.parley.qa.recall.SmallOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerDataTest {

    @Test
    void givenRows_whenLabelled_thenQuestionsKeepTheirFactAndTheRestHasNone() {
        List<LabelledText> labelled = AnswerData.labelled(List.of(
                row("how much is it", "question", Optional.of("price")),
                row("do you hire astronauts", "question", Optional.empty()),
                row("la la la", "other", Optional.empty()),
                row("two please", "ask-delivery", Optional.empty())));

        assertThat(labelled)
                .extracting(LabelledText::fact)
                .containsExactly(Optional.of("price"), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(labelled)
                .extracting(LabelledText::kind)
                .containsExactly(
                        Optional.of(Fact.Kind.QUESTION),
                        Optional.of(Fact.Kind.QUESTION),
                        Optional.empty(),
                        Optional.empty());
    }

    @Test
    void givenThousandsOfOrdinaryRows_whenLabelled_thenSomeAreTakenEvenly() {
        List<Example> rows = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            rows.add(row("text " + i, "ask-delivery", Optional.empty()));
        }

        List<LabelledText> labelled = AnswerData.labelled(rows);

        assertThat(labelled).hasSize(50);
        assertThat(labelled.getLast().text()).isEqualTo("text 4900");
    }

    @Test
    void givenOneWordMore_whenHashed_thenTheDataHasAnotherName() {
        AnswerData data = new AnswerData(SmallOffer.facts(), SmallOffer.texts(), List.of());
        AnswerData same = new AnswerData(SmallOffer.facts(), SmallOffer.texts(), List.of());
        AnswerData heldOutInstead = new AnswerData(SmallOffer.facts(), List.of(), SmallOffer.texts());

        assertThat(same.hash()).isEqualTo(data.hash());
        assertThat(heldOutInstead.hash()).isNotEqualTo(data.hash());
    }

    private static Example row(String text, String label, Optional<String> fact) {
        return new Example(2, "s1", "greeting", new MaskedText(text), label, label, fact);
    }
}
