package io.parley.orderflow.turn;

import io.parley.contracts.event.DialogueEvent;
import io.parley.session.Exchange;
import io.parley.session.Session;
import java.util.List;

/** What happened between two turns and still has to take effect: the customer said nothing, and hears something. */
record Interlude(Session session, Exchange exchange, List<DialogueEvent> events) {

    Interlude {
        events = List.copyOf(events);
    }
}
