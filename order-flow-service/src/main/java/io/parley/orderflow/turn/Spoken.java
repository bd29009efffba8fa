package io.parley.orderflow.turn;

import io.parley.contracts.event.DialogueEvent;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.order.NewOrder;
import io.parley.orderflow.pitch.FactTold;
import io.parley.orderflow.response.Rendering;
import io.parley.orderflow.unanswered.AskedInVain;
import io.parley.session.Exchange;
import io.parley.session.Session;
import java.util.List;
import java.util.Optional;

/**
 * A turn that is played and still has to take effect.
 *
 * @param offered the campaign it was played with
 * @param account how it came about
 * @param replies what is said, one after the other
 * @param session as it is after the turn
 * @param order the order that must be in the database before the customer hears of it
 * @param unanswered the question that no fact answered, if it is to be recorded
 * @param told the fact that was told, if it is to be counted
 * @param callBack the number a colleague shall call, if the customer just gave it
 */
record Spoken(
        OfferedCampaign offered,
        Account account,
        List<Rendering> replies,
        Session session,
        Exchange exchange,
        List<DialogueEvent> events,
        Optional<NewOrder> order,
        Optional<AskedInVain> unanswered,
        Optional<FactTold> told,
        Optional<String> callBack) {

    Spoken {
        replies = List.copyOf(replies);
        events = List.copyOf(events);
    }
}
