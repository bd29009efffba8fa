package io.parley.qa.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Fact;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.jobs.ProgressListener;
import io.parley.qa.memory.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A memory of more facts than a question is compared with one by one. */
class ManyFactsTest {

    private static final TrainingSettings SETTINGS = new TrainingSettings(32, 8, 3, 2, 32, 0.0003, 0.1, 10, 16);

    private static final List<String> ITEMS = List.of(
            "kettle", "lamp", "sofa", "bicycle", "tent", "drum", "mirror", "ladder", "globe", "camera", "piano", "rug",
            "clock", "desk", "canoe", "oven", "violin", "saddle", "pillow", "compass", "anvil", "loom");

    private static final List<String> TOWNS = List.of(
            "Rome", "Lima", "Oslo", "Cairo", "Delhi", "Kyoto", "Perth", "Quito", "Riga", "Tunis", "Hanoi", "Dublin",
            "Dakar", "Turin", "Lagos", "Minsk", "Zagreb", "Austin", "Bergen", "Havana", "Nairobi", "Ghent", "Porto",
            "Sofia");

    private static final List<Fact> FACTS = facts();
    private static final AnswerModel MODEL =
            new AnswerTrainer(PhraseEncoder.shared(List.of(Pretrained.MINILM)), SETTINGS, 1).untrained(FACTS);

    @BeforeAll
    static void areMany() {
        assertThat(FACTS).hasSizeGreaterThan(FactPlaces.FEW);
    }

    @Test
    void givenManyFacts_whenAsked_thenTheRightOneIsFoundAmongAFew() {
        int right = 0;
        int asked = 0;
        for (int i = 0; i < FACTS.size(); i += 11) {
            Answer answer = MODEL.answer(
                    "what do I pay for a %s if I live in %s".formatted(item(i), town(i)), Circumstances.UNKNOWN);
            assertThat(answer.facts()).hasSizeBetween(10, 120);
            right += answer.facts().getFirst().fact().equals(FACTS.get(i).id()) ? 1 : 0;
            asked++;
        }

        assertThat(right / (double) asked).isGreaterThan(0.85);
    }

    @Test
    void givenFactsInAnotherOrder_whenAsked_thenTheAnswerIsTheSame() {
        AnswerModel reversed = MODEL.withFacts(MODEL.facts().reversed());
        String question = "the price of a canoe in Riga please";

        Answer answer = MODEL.answer(question, Circumstances.UNKNOWN);

        assertThat(reversed.answer(question, Circumstances.UNKNOWN)
                        .facts()
                        .getFirst()
                        .fact())
                .isEqualTo(answer.facts().getFirst().fact())
                .isEqualTo("canoe-riga");
    }

    @Test
    void givenManyFacts_whenTrained_thenTheyAreStillFound() {
        AnswerModel trained = new AnswerTrainer(PhraseEncoder.shared(List.of(Pretrained.MINILM)), SETTINGS, 1)
                .train(FACTS, List.of(), ProgressListener.SILENT);

        Answer answer = trained.answer("what would the violin be in Havana", Circumstances.UNKNOWN);

        assertThat(answer.facts().getFirst().fact()).isEqualTo("violin-havana");
        assertThat(answer.facts().getFirst().attention()).hasSize(SETTINGS.hops());
    }

    private static String item(int fact) {
        return ITEMS.get(fact / TOWNS.size());
    }

    private static String town(int fact) {
        return TOWNS.get(fact % TOWNS.size());
    }

    private static List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < ITEMS.size() * TOWNS.size(); i++) {
            facts.add(new Fact(
                    item(i) + "-" + town(i).toLowerCase(Locale.ROOT),
                    Fact.Kind.QUESTION,
                    List.of("How much is a %s in %s?".formatted(item(i), town(i))),
                    "A %s costs %d dollars in %s.".formatted(item(i), 10 + i, town(i)),
                    List.of(),
                    List.of()));
        }
        return facts;
    }
}
