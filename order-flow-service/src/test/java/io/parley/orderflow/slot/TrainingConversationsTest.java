package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.ConversationTest;
import io.parley.campaign.ConversationTest.Turn;
import io.parley.campaign.Reading;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that customers say in the campaigns' own conversations is understood where it is asked for. */
class TrainingConversationsTest {

    @TestFactory
    List<DynamicTest> givenAConversation_whenReplayed_thenItsSlotsAreUnderstood() {
        return List.of("coffee-order", "kaffee-bestellung", "plane-ticket", "space-trip").stream()
                .map(name -> CampaignReader.read(Customer.TRAINING_DATA.resolve(name)))
                .flatMap(reading -> reading.tests().stream().map(test -> replay(reading, test)))
                .toList();
    }

    private static DynamicTest replay(Reading reading, ConversationTest test) {
        Campaign campaign = reading.campaign().orElseThrow();
        return DynamicTest.dynamicTest(campaign.id() + "/" + test.file(), () -> {
            String state = campaign.start();
            Map<String, List<String>> known = new HashMap<>();
            ZonedDateTime now = test.today().atTime(10, 0).atZone(campaign.timezone());
            for (Turn turn : test.turns()) {
                String next = turn.state().orElse(state);
                // A question fills no slot, and going back or starting over says nothing about one.
                if (turn.fact().isEmpty()) {
                    List<String> wanted = campaign.state(state).collects();
                    // Who is asked again, after going back, answers.
                    boolean correcting = turn.slots().keySet().stream()
                            .anyMatch(slot -> known.containsKey(slot) && !wanted.contains(slot));
                    known.putAll(
                            SlotExtractor.extract(campaign, new Heard(turn.customer(), wanted, known, correcting, now))
                                    .values());
                    Map<String, List<String>> heard = new HashMap<>(turn.slots());
                    // An empty list says that the slot is not filled.
                    heard.entrySet().removeIf(slot -> slot.getValue().isEmpty() && !known.containsKey(slot.getKey()));
                    assertThat(known).as("after '%s'", turn.customer()).containsAllEntriesOf(heard);
                    if (!next.equals(state) && !isBefore(campaign, next, state) && !campaign.isLost(next)) {
                        assertThat(known)
                                .as("what %s needs, after '%s'", state, turn.customer())
                                .satisfies(it -> assertThat(it.keySet()).containsAll(required(campaign, wanted)));
                    }
                }
                state = next;
            }
        });
    }

    private static boolean isBefore(Campaign campaign, String state, String other) {
        List<String> order = List.copyOf(campaign.states().keySet());
        return order.indexOf(state) < order.indexOf(other);
    }

    private static List<String> required(Campaign campaign, List<String> slots) {
        return slots.stream().filter(slot -> campaign.slot(slot).required()).toList();
    }

    /** Answers that lead on, and so must give what was asked for. Some give it in words that only a person can tell. */
    @ParameterizedTest
    @ValueSource(strings = {"coffee-order", "kaffee-bestellung", "plane-ticket", "space-trip"})
    void givenTheTrainingRows_whenTheyAnswer_thenNearlyAllAreUnderstood(String name) {
        Reading reading = CampaignReader.read(Customer.TRAINING_DATA.resolve(name));
        Campaign campaign = reading.campaign().orElseThrow();
        int answers = 0;
        int understood = 0;
        for (var example : reading.examples()) {
            List<String> wanted = campaign.state(example.state()).collects();
            boolean leadsOn = campaign.states().containsKey(example.next())
                    && !campaign.isLost(example.next())
                    && !example.next().equals(example.state());
            boolean masked = example.text().toString().contains("<");
            boolean yesNo = wanted.stream().map(campaign::slot).map(Slot::type).anyMatch(SlotType.YES_NO::equals);
            if (!leadsOn || masked || yesNo || wanted.isEmpty()) {
                continue;
            }
            answers++;
            String known = wanted.contains("return_date") ? "departure_date=2026-03-05" : "";
            Customer customer = Customer.of(campaign).asked(String.join(",", wanted));
            Extraction heard = (known.isEmpty() ? customer : customer.known(known))
                    .hears(example.text().toString());
            understood += heard.values().keySet().containsAll(required(campaign, wanted)) ? 1 : 0;
        }
        assertThat(answers).isGreaterThan(500);
        assertThat(understood).as("of %d answers", answers).isGreaterThan((int) (answers * 0.98));
    }
}
