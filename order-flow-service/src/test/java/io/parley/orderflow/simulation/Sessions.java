package io.parley.orderflow.simulation;

import io.parley.campaign.Campaign;
import io.parley.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Sessions of rehearsals as far as a simulated customer looks at them. */
final class Sessions {

    private Sessions() {}

    static Session in(Campaign campaign, String state, Map<String, List<String>> slots) {
        Session.Contact contact =
                new Session.Contact("c-1", "hash", campaign.id(), campaign.version(), "rehearsal", 1, Instant.EPOCH);
        return new Session(
                contact,
                1,
                0,
                state,
                List.of(),
                slots,
                Session.SpokenMemory.EMPTY,
                null,
                null,
                null,
                null,
                Instant.EPOCH);
    }
}
