package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.campaign.Proof.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows of many states are proved too, and the same each time. */
class GeneratedFlowTest {

    @TempDir
    Path temporary;

    @Test
    void givenSixtyStatesAndTwentySlots_whenProved_thenEverythingHolds() {
        String flow = GeneratedFlow.yaml("small", 60, 1);

        Reading reading = SmallFlow.read(temporary, flow);

        assertThat(reading.proofs()).hasSize(11).allMatch(Proof::holds);
        assertThat(flow.lines().filter(line -> line.contains("next: {")).count())
                .isBetween(58L, 64L);
        assertThat(flow.lines().filter(line -> line.contains("type: ")).count()).isEqualTo(20);
    }

    @Test
    void givenOneConditionLessInIt_whenProved_thenTheDeadEndIsShownFromTheGreetingOn() {
        String flow = GeneratedFlow.yaml("small", 40, 3);
        String spoilt = flow.replace(", gate-4: go }", " }");

        Proof proof = SmallFlow.proof(SmallFlow.read(temporary, spoilt), "leads-on");

        assertThat(proof.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(proof.counterexamples()).singleElement().satisfies(example -> {
            assertThat(example.state()).isEqualTo("choose-4");
            assertThat(example.conversation().getFirst()).hasToString("greeting: the customer goes on -> choose-0");
            assertThat(example.conversation().getLast())
                    .hasToString("choose-4: the customer gives kind_4 = c -> choose-4");
        });
        assertThat(SmallFlow.proof(SmallFlow.read(temporary, spoilt), "leads-on"))
                .isEqualTo(proof);
    }

    @Test
    void givenMoreStatesThanCanBeProved_whenProved_thenThatIsSaidAndNothingPasses() {
        Effort none = new Effort(10);
        Campaign campaign = SmallFlow.read(temporary, GeneratedFlow.yaml("small", 20, 1))
                .campaign()
                .orElseThrow();

        assertThatThrownBy(() -> new Reach(new FlowSpace(campaign), none)).isInstanceOf(BoundReachedException.class);
    }

    @Test
    void givenTooFewStates_whenGenerated_thenItIsRefused() {
        assertThatThrownBy(() -> GeneratedFlow.yaml("small", 9, 1)).hasMessageContaining("9 states are too few");
    }
}
