package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.fact.FactChange;
import io.parley.contracts.fact.FactStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactOverlayTest {

    private static final List<Fact> FOLDER = List.of(fact("price", "25"), fact("delivery", "two days"));

    @Test
    void givenChanges_whenLaidOverTheFolder_thenFactsAreReplacedWhereTheyStandAndNewOnesFollow() {
        FactOverlay overlay = FactOverlay.of(List.of(
                written(1, fact("wrapping", "free")),
                written(1, fact("price", "30")),
                written(1, fact("bitcoin", "no"))));

        assertThat(overlay.over(FOLDER)).extracting(Fact::answer).containsExactly("30", "two days", "no", "free");
    }

    @Test
    void givenADeletedFact_whenLaidOverTheFolder_thenItIsGoneUntilTheFolderCountsAgain() {
        FactOverlay deleted = FactOverlay.NONE.with(change("price", 1, FactStatus.DELETED));
        FactOverlay back = deleted.with(change("price", 2, FactStatus.FOLDER));

        assertThat(deleted.over(FOLDER)).extracting(Fact::id).containsExactly("delivery");
        assertThat(back.over(FOLDER)).isEqualTo(FOLDER);
    }

    @Test
    void givenAnOldVersionAfterANewOne_whenHeard_thenTheNewOneStays() {
        FactOverlay overlay = FactOverlay.NONE.with(written(2, fact("price", "30")));

        assertThat(overlay.with(written(1, fact("price", "27")))).isSameAs(overlay);
        assertThat(overlay.with(written(2, fact("price", "30")))).isSameAs(overlay);
        assertThat(FactOverlay.of(List.of(written(2, fact("price", "30")), written(1, fact("price", "27"))))
                        .over(FOLDER))
                .extracting(Fact::answer)
                .containsExactly("30", "two days");
    }

    private static Fact fact(String id, String answer) {
        return new Fact(id, Fact.Kind.QUESTION, List.of(id + "?"), answer, List.of(), List.of());
    }

    private static FactChange written(int version, Fact fact) {
        return new FactChange("gift-card", fact.id(), version, FactStatus.EDITED, fact.content(), Instant.EPOCH);
    }

    private static FactChange change(String fact, int version, FactStatus status) {
        return new FactChange("gift-card", fact, version, status, null, Instant.EPOCH);
    }
}
