package io.parley.intent.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.intent.features.FeatureSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordingSplitTest {

    private static final FeatureSpace SPACE = GiftCards.space(GiftCards.settings());

    @Test
    void givenWordingsWithSmallChanges_whenSplit_thenNoWordingStandsOnBothSides() {
        List<LabelledSituation> rows = new ArrayList<>();
        for (String wording : List.of(
                "how long does delivery take",
                "is the paper recycled",
                "do you ship to Canada",
                "can I pay by invoice",
                "are you open on Sundays",
                "what colours are there",
                "who prints the cards",
                "is there a discount for schools")) {
            for (String end : List.of("", "?", " please", "??", " now", "!")) {
                rows.add(new LabelledSituation("s", GiftCards.saying("greeting", wording + end), "question"));
            }
        }

        Split split = WordingSplit.of(rows, SPACE::text, 0.25, 3);

        Set<String> learnt = beginnings(split.training());
        Set<String> kept = beginnings(split.heldOut());
        Set<String> both = new HashSet<>(learnt);
        both.retainAll(kept);
        assertThat(both).isEmpty();
        assertThat(kept).isNotEmpty();
        assertThat(split.heldOut()).hasSizeBetween(6, 24);
        assertThat(split.training().size() + split.heldOut().size()).isEqualTo(rows.size());
    }

    @Test
    void givenFewRows_whenSplit_thenNoneIsKeptFromTraining() {
        List<LabelledSituation> rows = GiftCards.data().rows().subList(0, 20);

        assertThat(WordingSplit.of(rows, SPACE::text, 0.25, 3)).isEqualTo(new Split(rows, List.of()));
    }

    private static Set<String> beginnings(List<LabelledSituation> rows) {
        return rows.stream()
                .map(row -> row.situation().text().value().substring(0, 10))
                .collect(Collectors.toSet());
    }
}
