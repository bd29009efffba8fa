package io.parley.intent.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionSplitTest {

    @Test
    void givenSessionsOfSeveralRows_whenSplit_thenNoneStandsOnBothSides() {
        List<LabelledSituation> rows = IntStream.range(0, 120)
                .mapToObj(i -> new LabelledSituation("s" + i / 4, GiftCards.saying("greeting", "hello"), "ask-design"))
                .toList();

        Split split = SessionSplit.of(rows, 0.1, 5);

        Set<String> both = new HashSet<>(sessions(split.training()));
        both.retainAll(sessions(split.heldOut()));
        assertThat(both).isEmpty();
        assertThat(split.heldOut()).hasSize(12);
        assertThat(split.training()).hasSize(108);
        assertThat(SessionSplit.of(rows, 0.1, 5)).isEqualTo(split);
        assertThat(SessionSplit.of(rows, 0.1, 6)).isNotEqualTo(split);
    }

    @Test
    void givenOneSession_whenSplit_thenNothingIsKeptFromTraining() {
        List<LabelledSituation> rows = IntStream.range(0, 60)
                .mapToObj(i -> new LabelledSituation("only", GiftCards.saying("greeting", "hello"), "ask-design"))
                .toList();

        assertThat(SessionSplit.of(rows, 0.1, 5)).isEqualTo(new Split(rows, List.of()));
    }

    private static Set<String> sessions(List<LabelledSituation> rows) {
        return rows.stream().map(LabelledSituation::session).collect(Collectors.toSet());
    }
}
