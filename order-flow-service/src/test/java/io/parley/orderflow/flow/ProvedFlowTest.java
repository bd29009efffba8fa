package io.parley.orderflow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.Edge;
import io.parley.campaign.Option;
import io.parley.campaign.Proof;
import io.parley.campaign.Reading;
import io.parley.campaign.Slot;
import io.parley.campaign.State;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proved of a flow, against the machine that conversations run on. */
class ProvedFlowTest {

    private static final int CONVERSATIONS = 40;

    @ParameterizedTest
    @ValueSource(strings = {"space-trip", "plane-ticket", "coffee-order"})
    void givenAProvedFlow_whenCustomersAnswerAtRandom_thenAllReachASaleAndCouldGiveUpOrHaveAPersonAnywhere(String id) {
        Reading reading = CampaignReader.read(Path.of("..", "training-data", id));
        Campaign campaign = reading.campaign().orElseThrow();
        FlowMachine machine = new FlowMachine(campaign);
        SplittableRandom random = new SplittableRandom(11);

        assertThat(reading.proofs()).isNotEmpty().allMatch(Proof::holds);
        for (int conversation = 0; conversation < CONVERSATIONS; conversation++) {
            Map<String, List<String>> said = new HashMap<>();
            try (FlowRun run = machine.at(campaign.start())) {
                State state = campaign.state(run.state());
                for (int turn = 0; turn < campaign.states().size() && !state.isFinal(); turn++) {
                    assertThat(machine.possibleNext(state.id()))
                            .contains("person", campaign.wayOut(state).orElseThrow());
                    state.collects().forEach(slot -> said.put(slot, List.of(value(campaign.slot(slot), random))));
                    Standing standing = Standing.of(campaign, said, true);
                    Edge edge = Route.resolve(campaign, state, "", standing).orElseThrow();
                    assertThat(run.move(edge.to(), standing)).isTrue();
                    state = campaign.state(run.state());
                }
                assertThat(campaign.isLost(state.id())).isFalse();
                assertThat(state.isFinal()).isTrue();
            }
        }
    }

    /** A yes where no may give up. */
    private static String value(Slot slot, SplittableRandom random) {
        return switch (slot.type()) {
            case CHOICE -> {
                List<String> options =
                        slot.options().values().stream().map(Option::id).toList();
                yield options.get(random.nextInt(options.size()));
            }
            case YES_NO -> slot.name().equals("doctor_check") || random.nextBoolean() ? "yes" : "no";
            case INTEGER, NUMBER, MONEY -> "2";
            case DATE, TIME, DATE_TIME, PERSON_NAME, PLACE, EMAIL, PHONE, CARD_NUMBER, TEXT -> "something";
        };
    }
}
