package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.contracts.event.DialogueEvent;
import io.parley.contracts.event.DialogueEvent.ReplyCutShort;
import io.parley.contracts.privacy.MaskedText;
import io.parley.session.Exchange;
import io.parley.session.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer may have said. A recogniser is not sure; the first reading that answers what was asked is what they did
 * say, and the turn knows of no other.
 *
 * @param readings the likeliest first; at least one
 * @param heardReply how much of our last reply they had heard; absent where it was all
 */
record Hearsay(List<Words> readings, Optional<String> heardReply) {

    Hearsay {
        readings = List.copyOf(readings);
    }

    static Hearsay written(String text) {
        return new Hearsay(List.of(Words.of(text)), Optional.empty());
    }

    static Hearsay spoken(String text, List<String> alternatives, @Nullable String heardReply) {
        return new Hearsay(
                Stream.concat(Stream.of(text), alternatives.stream())
                        .map(Words::of)
                        .toList(),
                Optional.ofNullable(heardReply));
    }

    /** What they said, as far as the question that they were asked tells. */
    Words words(Campaign campaign, Session session, Instant now) {
        if (readings.size() == 1) {
            return readings.getFirst();
        }
        Expecting expecting = Expecting.of(campaign, session);
        return readings.stream()
                .filter(words -> expecting.isAnsweredBy(words, now.atZone(campaign.timezone())))
                .findFirst()
                .orElse(readings.getFirst());
    }

    /** Whether an earlier turn with these words can be the same. */
    boolean mayBe(@Nullable MaskedText said) {
        return readings.stream().anyMatch(words -> words.masked().equals(said));
    }

    /** The exchange as the transcript keeps it. */
    Exchange told(Exchange exchange) {
        return heardReply.map(exchange::whenHeard).orElse(exchange);
    }

    /** What happened in the turn, and that our reply before it was cut short. */
    List<DialogueEvent> told(Spoken spoken, Session before) {
        if (heardReply.isEmpty()) {
            return spoken.events();
        }
        List<DialogueEvent> events = new ArrayList<>();
        int turn = before.turn() + 1;
        events.add(new ReplyCutShort(
                before.id() + ":" + turn + ":cut",
                before.id(),
                spoken.exchange().at(),
                turn,
                heardReply.get().length()));
        events.addAll(spoken.events());
        return events;
    }
}
