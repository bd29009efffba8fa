package io.parley.standalone.bench;

import io.parley.campaign.Campaign;
import io.parley.campaign.ConversationTest;
import io.parley.campaign.Reading;
import io.parley.campaign.SlotType;
import io.parley.contracts.chat.OrderView;
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

    /** Every conversation test of a campaign that ends in a sale; which words are names shows when it is played. */
    static List<Script> sales(Reading reading) {
        return reading.tests().stream()
                .filter(test -> test.order().map(ConversationTest.Order::placed).orElse(false))
                .map(test -> new Script(
                        test.title(),
                        test.turns().stream()
                                .map(ConversationTest.Turn::customer)
                                .toList(),
                        Set.of()))
                .toList();
    }

    /** The same, knowing the names that stand in the order it led to. */
    Script withNamesIn(OrderView order, Campaign campaign) {
        Set<String> found = order.slots().entrySet().stream()
                .filter(slot -> campaign.slots().containsKey(slot.getKey())
                        && campaign.slot(slot.getKey()).type() == SlotType.PERSON_NAME)
                .flatMap(slot -> slot.getValue().stream())
                .collect(Collectors.toSet());
        return new Script(title, lines, found);
    }
}
