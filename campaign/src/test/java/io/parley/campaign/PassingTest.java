package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a state is passed over: what conversations do, what the validator says, and which labels it allows. */
class PassingTest {

    private static final String FLOW = "flow.yaml";
    private static final String DELIVERY = "    collects: [delivery_date]\n";

    @TempDir
    Path temporary;

    @Test
    void givenAStateThatAsksForNoSlot_whenReached_thenItIsHeardAndNoLabelSkipsIt() {
        Campaign campaign = with(DELIVERY, "");

        assertThat(isPassed(campaign, Map.of(), Set.of())).isFalse();
        assertThat(Passing.isPossible(campaign, campaign.state("ask-delivery"))).isFalse();
        assertThat(warnings(campaign)).isEmpty();
        assertThat(label(campaign, "ask-quantity", "ask-buyer").problems())
                .extracting(CampaignProblem::what)
                .containsExactly("no way leads from 'ask-quantity' to 'ask-buyer'");
    }

    @Test
    void givenOnlyOptionalSlots_whenReached_thenItWaitsUntilTheyAreAnswered() {
        Campaign campaign = with(DELIVERY, "    collects: [extras]\n");

        assertThat(isPassed(campaign, Map.of(), Set.of())).isFalse();
        assertThat(isPassed(campaign, Map.of("extras", List.of("none")), Set.of()))
                .isTrue();
        assertThat(warnings(campaign)).isEmpty();
        assertThat(label(campaign, "ask-quantity", "ask-buyer").isValid()).isTrue();
    }

    @Test
    void givenOneOfTwoSlots_whenTheFirstIsDeclined_thenTheSecondIsAskedFor() {
        Campaign campaign = with(DELIVERY, "    collects: [delivery_date]\n    when: { extras: unknown }\n");

        assertThat(isPassed(campaign, Map.of("extras", List.of("none")), Set.of()))
                .isFalse();
        assertThat(isPassed(campaign, Map.of("extras", List.of("seal")), Set.of()))
                .isTrue();
        assertThat(new Condition.Test.Known().passes(List.of("none"))).isFalse();
    }

    @Test
    void givenOnlyDefaults_whenReached_thenItIsNeverHeardAndTheValidatorSaysSo() {
        Campaign campaign = with(DELIVERY, "    collects: [quantity]\n");

        assertThat(isPassed(campaign, Map.of("quantity", List.of("1")), Set.of()))
                .isTrue();
        assertThat(warnings(campaign))
                .containsExactly("state 'ask-delivery' requires nothing and will always be passed over");
    }

    @Test
    void givenAlwaysAsk_whenReached_thenOnlyAnAnswerInTheSameWordsPassesIt() {
        Campaign campaign = with(DELIVERY, "    collects: [quantity]\n    always-ask: true\n");
        Map<String, List<String>> known = Map.of("quantity", List.of("1"));

        assertThat(isPassed(campaign, known, Set.of())).isFalse();
        assertThat(isPassed(campaign, known, Set.of("quantity"))).isTrue();
        assertThat(warnings(campaign)).isEmpty();
    }

    @Test
    void givenAConditionThatDoesNotHold_whenReached_thenEvenAReadingBackIsPassedOver() {
        Campaign campaign = with(DELIVERY, "    confirms: true\n    when: { quantity: { at-least: 10 } }\n");

        assertThat(isPassed(campaign, Map.of("quantity", List.of("1")), Set.of()))
                .isTrue();
        assertThat(isPassed(campaign, Map.of("quantity", List.of("10")), Set.of()))
                .isFalse();
        assertThat(label(campaign, "ask-quantity", "ask-buyer").isValid()).isTrue();
    }

    private static boolean isPassed(Campaign campaign, Map<String, List<String>> values, Set<String> saidNow) {
        return Passing.isPassedOver(campaign, campaign.state("ask-delivery"), values, saidNow);
    }

    private List<String> warnings(Campaign campaign) {
        return CampaignReader.read(temporary.resolve(campaign.id())).problems().stream()
                .map(CampaignProblem::what)
                .filter(what -> what.contains("passed over"))
                .toList();
    }

    private static ExampleReading label(Campaign campaign, String state, String label) {
        String row = "session,text,label,state\ns,some words," + label + "," + state + "\n";
        return ExampleReader.read(campaign, "upload.csv", row.getBytes(StandardCharsets.UTF_8));
    }

    /** The gift cards, with a reading back that needs no date. */
    private Campaign with(String words, String others) {
        return CampaignFolder.in(temporary)
                .replacing(FLOW, words, others)
                .replacing(FLOW, ", arriving {{delivery_date}}", "")
                .replacing(FLOW, " is on its way to arrive {{delivery_date}}", "")
                .read()
                .campaign()
                .orElseThrow();
    }
}
