package io.parley.standalone.bench;

import io.parley.campaign.Campaign;
import io.parley.campaign.ConversationTest;
import io.parley.campaign.Reading;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a customer says to buy something.
 *
 * @param title the conversation test it comes from
 * @param lines what is said, in order
 * @param names the persons' names among the words
 */
record Script(String title, List<String> lines, Set<String> names) {

    Script {
        lines = List.copyOf(lines);
        names = Set.copyOf(names);
    }

    /** Every conversation test of a campaign that ends in a sale. */
    static List<Script> sales(Reading reading) {
        Set<String> nameSlots = reading.campaign().map(Script::nameSlots).orElse(Set.of());
        return reading.tests().stream()
                .filter(test -> test.order().map(ConversationTest.Order::placed).orElse(false))
                .map(test -> new Script(
                        test.title(),
                        test.turns().stream()
                                .map(ConversationTest.Turn::customer)
                                .toList(),
                        names(test, nameSlots)))
                .toList();
    }

    private static Set<String> nameSlots(Campaign campaign) {
        return campaign.slots().values().stream()
                .filter(slot -> slot.type() == SlotType.PERSON_NAME)
                .map(Slot::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(ConversationTest test, Set<String> nameSlots) {
        return test.turns().stream()
                .flatMap(turn -> turn.slots().entrySet().stream())
                .filter(slot -> nameSlots.contains(slot.getKey()))
                .flatMap(slot -> slot.getValue().stream())
                .collect(Collectors.toSet());
    }
}
