package io.parley.intent.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.intent.training.GiftCards;
import io.parley.intent.training.LabelledSituation;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.jobs.ProgressListener;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingGroupsTest {

    @Test
    void givenRows_whenGrouped_thenTheSameWordsAndParaphrasesOfOneLabelStayTogether() {
        List<LabelledSituation> rows = List.of(
                row("do you ship to Canada", "question"),
                row("Do you ship to Canada?!", "hesitation"),
                row("do you ship to Canada please", "question"),
                row("the rocket", "ask-quantity"),
                row("do you ship to Canada now", "question"));

        SentenceVectors texts = SentenceVectors.of(
                rows.stream().map(row -> row.situation().text().value()).toList(),
                List.of(Pretrained.MINILM),
                ProgressListener.SILENT);

        assertThat(WordingGroups.of(rows, texts, 1, ProgressListener.SILENT)).containsExactly(0, 0, 0, 1, 0);
    }

    @Test
    void givenALabelWhoseRowsAreAllAlike_whenGrouped_thenAGroupHasNoMoreThanAFoldsShare() {
        List<LabelledSituation> rows = Stream.of("my card", "one card", "old card", "blue card", "her card", "any card")
                .map(text -> row("please take this number for " + text, "completed"))
                .toList();
        SentenceVectors texts = SentenceVectors.of(
                rows.stream().map(row -> row.situation().text().value()).toList(),
                List.of(Pretrained.MINILM),
                ProgressListener.SILENT);

        assertThat(IntStream.of(WordingGroups.of(rows, texts, 3, ProgressListener.SILENT))
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void givenTheCampaignsRows_whenGrouped_thenNoTwoThatAreNearlyIdenticalLieApart() {
        List<LabelledSituation> rows = GiftCards.data().rows();
        SentenceVectors texts = SentenceVectors.of(
                rows.stream().map(row -> row.situation().text().value()).toList(),
                List.of(Pretrained.MINILM),
                ProgressListener.SILENT);

        int[] groups = WordingGroups.of(rows, texts, 5, ProgressListener.SILENT);

        int apart = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < i; j++) {
                double similarity = texts.similarity(number(texts, rows.get(i)), number(texts, rows.get(j)));
                apart += groups[i] != groups[j] ? 1 : 0;
                assertThat(groups[i] == groups[j] || similarity < SentenceVectors.NEARLY_IDENTICAL + 1e-5)
                        .isTrue();
            }
        }
        assertThat(apart).isPositive();
    }

    private static int number(SentenceVectors texts, LabelledSituation row) {
        return texts.number(row.situation().text().value());
    }

    private static LabelledSituation row(String text, String label) {
        return new LabelledSituation("s", GiftCards.saying("greeting", text), label);
    }
}
