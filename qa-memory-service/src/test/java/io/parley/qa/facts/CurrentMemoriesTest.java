package io.parley.qa.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.modelservice.serving.ServedModel;
import io.parley.neural.registry.DataSource;
import io.parley.neural.registry.ModelVersion;
import io.parley.qa.recall.AnswerModel;
import io.parley.qa.recall.Circumstances;
import io.parley.qa.recall.KnownFact;
import io.parley.qa.recall.SmallOffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With a model of a small offer, whose facts are changed after it was trained. */
class CurrentMemoriesTest {

    private static final String QUESTION = "could it be gift wrapped for my sister";

    private static ServedModel<AnswerModel> served;

    private final ChangedFacts changed = Facts.unchanged();
    private final CurrentMemories memories = Facts.memories(changed);

    @BeforeAll
    static void trainOnce() {
        served = new ServedModel<>(
                new ModelVersion(
                        "v1",
                        Facts.GIFT_CARD,
                        "answers",
                        "abc",
                        5,
                        Map.of(),
                        Map.of(),
                        1,
                        null,
                        DataSource.CAMPAIGN,
                        Instant.EPOCH,
                        Map.of()),
                SmallOffer.trained(5));
    }

    @Test
    void givenNoChange_whenAsked_thenTheTrainedModelAnswers() {
        assertThat(memories.of(served)).isSameAs(served.model());
    }

    @Test
    void givenAFactThatIsNew_whenAsked_thenItIsRecalledAndOnceDeletedNoMore() {
        changed.hear(Facts.written(
                1,
                Facts.fact(
                        "gift-wrap", "Every card comes wrapped.", "Can you gift wrap it?", "is it wrapped as a gift")));
        assertThat(first(QUESTION)).isEqualTo("gift-wrap");

        changed.hear(Facts.deleted(2, "gift-wrap"));
        assertThat(first(QUESTION)).as("until it is taken up").isEqualTo("gift-wrap");
        memories.update(served);

        assertThat(first(QUESTION)).isNotEqualTo("gift-wrap");
        assertThat(memories.of(served).facts()).isEqualTo(served.model().facts());
    }

    @Test
    void givenAFactOfTheFolder_whenItIsReplaced_thenItIsFoundByItsNewAskingsAndTheRowsThatNameIt() {
        changed.hear(Facts.written(1, Facts.fact("delivery-time", "A week.", "when does the postman ring")));

        KnownFact delivery = known("delivery-time");

        assertThat(delivery.answer()).isEqualTo("A week.");
        assertThat(delivery.askings())
                .contains("when does the postman ring", "how long does that take?")
                .doesNotContain("is it here by Friday");
        assertThat(memories.of(served).facts()).hasSameSizeAs(served.model().facts());
    }

    @Test
    void givenAFactOfTheFolder_whenItIsDeletedAndGivenBack_thenItIsWhatTheFolderSays() {
        changed.hear(Facts.deleted(1, "delivery-time"));
        assertThat(memories.of(served).facts()).extracting(KnownFact::id).doesNotContain("delivery-time");

        changed.hear(Facts.asInFolder(2, "delivery-time"));
        memories.update(served);

        assertThat(known("delivery-time").answer()).isEqualTo("Cards leave the same day and take two to three days.");
    }

    @Test
    void givenTheSameRecordTwice_whenHeard_thenTheMemoryStaysTheSame() {
        changed.hear(Facts.written(1, Facts.fact("gift-wrap", "Yes.", "Can you gift wrap it?")));
        AnswerModel first = memories.of(served);

        changed.hear(Facts.written(1, Facts.fact("gift-wrap", "Yes.", "Can you gift wrap it?")));

        assertThat(memories.update(served)).isSameAs(first);
    }

    @Test
    void givenEveryFactDeleted_whenAsked_thenNoneFits() {
        List<KnownFact> all = served.model().facts();
        all.forEach(fact -> changed.hear(Facts.deleted(1, fact.id())));

        assertThat(memories.of(served).answer(QUESTION, Circumstances.UNKNOWN).isRefused())
                .isTrue();
    }

    private String first(String question) {
        return memories.of(served)
                .answer(question, Circumstances.UNKNOWN)
                .facts()
                .getFirst()
                .fact();
    }

    private KnownFact known(String id) {
        return memories.of(served).facts().stream()
                .filter(fact -> fact.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
