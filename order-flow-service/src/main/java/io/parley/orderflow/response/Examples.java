package io.parley.orderflow.response;

import io.parley.campaign.Option;
import io.parley.campaign.Replies;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.List;
import java.util.Optional;

/** Something the customer could say in a state, for {@code {{example}}}. */
final class Examples {

    private final DefaultReplies defaults;

    Examples(DefaultReplies defaults) {
        this.defaults = defaults;
    }

    /** What would answer the first open question of the state; a yes where it asks for no slot. */
    String of(Known known) {
        List<Slot> asked =
                known.state().collects().stream().map(known.campaign()::slot).toList();
        Optional<Slot> open = asked.stream()
                .filter(slot -> !known.values().containsKey(slot.name()))
                .findFirst()
                .or(() -> asked.stream().findFirst());
        return open.map(slot -> slot.options().values().stream()
                        .map(Option::say)
                        .findFirst()
                        .orElseGet(() -> ofType(known, slot.type())))
                .orElseGet(() -> ofType(known, SlotType.YES_NO));
    }

    private String ofType(Known known, SlotType type) {
        List<String> own = known.campaign().replies().getOrDefault(Replies.example(type), List.of());
        return own.isEmpty()
                ? defaults.bucket(known.campaign().locale(), Replies.example(type))
                        .getFirst()
                : own.getFirst();
    }
}
