package io.parley.qa.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parley.campaign.Fact;
import io.parley.neural.registry.FolderHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerModelTest {

    private static final KnownFact GIFT_WRAP = KnownFact.of(
            new Fact(
                    "gift-wrap",
                    Fact.Kind.QUESTION,
                    List.of("Can you wrap it up as a gift?", "do you have wrapping paper"),
                    "We wrap it in paper of your choice.",
                    List.of(),
                    List.of()),
            List.of());

    private static AnswerModel model;

    @BeforeAll
    static void train() {
        model = SmallOffer.trained(1);
    }

    @Test
    void givenAnotherWording_whenAnswered_thenTheRightFactComesFirst() {
        assertThat(first(model, "what would I be charged for a card")).isEqualTo("price");
        assertThat(first(model, "how many days will the mail take")).isEqualTo("delivery-time");
    }

    @Test
    void givenSmallTalk_whenAnswered_thenItIsRefused() {
        assertThat(model.answer("my aunt keeps bees in her garden", Circumstances.UNKNOWN)
                        .isRefused())
                .isTrue();
        assertThat(model.answer("how much is it then", Circumstances.UNKNOWN).isRefused())
                .isFalse();
    }

    @Test
    void givenAFactAfterTraining_whenAskedForIt_thenItIsAnsweredAtOnceAndTheOthersStillAre() {
        List<KnownFact> facts = new ArrayList<>(model.facts());
        facts.add(GIFT_WRAP);

        AnswerModel more = model.withFacts(facts);

        assertThat(first(more, "could it be gift wrapped for my sister")).isEqualTo("gift-wrap");
        assertThat(first(more, "what would I be charged for a card")).isEqualTo("price");
    }

    @Test
    void givenAWordingTakenAwayAfterTraining_whenAsked_thenWhatWasLearntOfItStillCounts() {
        KnownFact price = model.facts().getFirst();
        String gone = price.askings().getFirst();
        List<KnownFact> facts = new ArrayList<>(model.facts());
        facts.set(
                0,
                new KnownFact(
                        price.id(),
                        price.kind(),
                        price.askings().subList(1, price.askings().size()),
                        price.answer(),
                        price.states()));

        Recalled before = model.answer(gone, Circumstances.UNKNOWN).facts().getFirst();
        Recalled after = model.withFacts(facts)
                .answer(gone, Circumstances.UNKNOWN)
                .facts()
                .getFirst();

        assertThat(after.fact()).isEqualTo(price.id());
        assertThat(after.similarities().get("kernel imprint"))
                .isCloseTo(before.similarities().get("kernel imprint"), within(1e-4));
        assertThat(after.similarities().get("closest asking"))
                .isLessThan(before.similarities().get("closest asking"));
    }

    @Test
    void givenMoreFactsThanAreComparedWithEach_whenAdded_thenThoseLearntBeforeAreStillFound() {
        List<KnownFact> facts = new ArrayList<>(model.facts());
        for (int i = 0; i < FactPlaces.FEW; i++) {
            facts.add(new KnownFact("more-" + i, Fact.Kind.QUESTION, List.of(), "Shelf " + i + " is full.", List.of()));
        }

        assertThat(first(model.withFacts(facts), "what would I be charged for a card"))
                .isEqualTo("price");
    }

    @Test
    void givenFactsInAnotherOrder_whenAnswered_thenProbabilitiesAndAttentionGoWithTheFacts() {
        List<KnownFact> turned = new ArrayList<>(model.facts());
        Collections.reverse(turned);

        Answer answer = model.answer("could I return it", Circumstances.UNKNOWN);
        Answer other = model.withFacts(turned).answer("could I return it", Circumstances.UNKNOWN);

        assertThat(other.facts()).hasSameSizeAs(answer.facts());
        for (int i = 0; i < answer.facts().size(); i++) {
            Recalled one = answer.facts().get(i);
            Recalled same = other.facts().get(i);
            assertThat(same.fact()).isEqualTo(one.fact());
            assertThat(same.probability()).isCloseTo(one.probability(), within(1e-9));
            for (int hop = 0; hop < one.attention().size(); hop++) {
                assertThat(same.attention().get(hop)).isCloseTo(one.attention().get(hop), within(1e-9));
            }
        }
    }

    @Test
    void givenTheSameSeed_whenTrainedAgain_thenTheFilesAreTheSameToTheByte() throws IOException {
        AnswerModel again = SmallOffer.trained(1);

        assertThat(FolderHash.ofWritten(folder -> ModelFiles.write(again, folder)))
                .isEqualTo(FolderHash.ofWritten(folder -> ModelFiles.write(model, folder)));
    }

    @Test
    void givenAModelOnDisk_whenReadBack_thenItAnswersTheSame(@TempDir Path folder) throws IOException {
        ModelFiles.write(model, folder);

        assertThat(ModelFiles.read(folder).answer("is it ever going to expire", Circumstances.UNKNOWN))
                .isEqualTo(model.answer("is it ever going to expire", Circumstances.UNKNOWN));
    }

    private static String first(AnswerModel model, String text) {
        return model.answer(text, Circumstances.UNKNOWN).facts().getFirst().fact();
    }
}
