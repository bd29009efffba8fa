package io.parley.intent.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Example;
import io.parley.intent.study.DataCheck.Leak;
import io.parley.intent.study.DataCheck.Leakage;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.jobs.ProgressListener;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeakSearchTest {

    private static final List<Example> LEARNT = List.of(
            Examples.row(2, "ask-design", "yes please", "question"),
            Examples.row(3, "greeting", "yes please", "ask-design"),
            Examples.row(4, "ask-quantity", "I would like to have twelve of these cards", "offer-ribbon"));

    private static final List<Example> HELD_OUT = List.of(
            Examples.row(2, "greeting", "Yes, please!", "ask-design"),
            Examples.row(3, "ask-quantity", "I would like to have twelve of those cards", "offer-ribbon"),
            Examples.row(4, "greeting", "is the paper recycled", "question"));

    @Test
    void givenHeldOutRows_whenCompared_thenTheSameWordsAndNearlyTheSameAreTold() {
        SentenceVectors texts = SentenceVectors.of(
                Stream.concat(LEARNT.stream(), HELD_OUT.stream())
                        .map(row -> row.text().value())
                        .toList(),
                List.of(Pretrained.MINILM),
                ProgressListener.SILENT);

        Leakage leakage = new LeakSearch(LEARNT, texts).in(HELD_OUT);

        assertThat(leakage.heldOutRows()).isEqualTo(3);
        assertThat(leakage.sameWords().first())
                .singleElement()
                .returns(2, Leak::heldOutRow)
                .returns(3, Leak::row)
                .returns("greeting", Leak::state);
        assertThat(leakage.nearlySame().first()).singleElement().satisfies(leak -> {
            assertThat(leak.heldOutRow()).isEqualTo(3);
            assertThat(leak.row()).isEqualTo(4);
            assertThat(leak.similarity()).isBetween(leakage.similarityAtLeast(), 1.0);
        });
    }
}
