package io.parley.orderflow.simulation;

import io.parley.campaign.Campaign;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import io.parley.orderflow.flow.ToldByWay;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.Heard;
import io.parley.orderflow.slot.SlotExtractor;
import io.parley.orderflow.turn.Words;
import io.parley.session.Session;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a simulated customer has said so far, and so wants: canonical values by slot. Read from the words without noise, since
 * they say what was meant; names and the like from the words as typed, since a name is what somebody writes.
 */
final class Wish {

    private static final Set<SlotType> AS_TYPED =
            EnumSet.of(SlotType.PERSON_NAME, SlotType.PLACE, SlotType.EMAIL, SlotType.PHONE, SlotType.TEXT);
    private static final List<String> NOTHING = List.of(Extraction.NONE);

    private final Campaign campaign;
    private final ZonedDateTime now;
    private final Map<String, List<String>> values = new TreeMap<>();
    private final Map<String, List<String>> written = new TreeMap<>();

    Wish(Campaign campaign, ZonedDateTime now) {
        this.campaign = campaign;
        this.now = now;
    }

    Extraction read(Session session, String words, boolean correcting) {
        return SlotExtractor.extract(
                campaign,
                new Heard(
                        Words.tidied(words),
                        campaign.state(session.state()).collects(),
                        session.slots(),
                        correcting,
                        now));
    }

    /** Remembers what is being said. */
    void say(Session session, String meant, String typed, boolean correcting) {
        Map<String, List<String>> said = read(session, meant, correcting).values();
        Map<String, List<String>> written =
                meant.equals(typed) ? said : read(session, typed, correcting).values();
        said.forEach((name, value) -> {
            Slot slot = campaign.slot(name);
            if (!slot.keepNever()) {
                change(name, AS_TYPED.contains(slot.type()) ? written.getOrDefault(name, value) : value);
            }
        });
    }

    /**
     * Remembers what is written where a name or the like is asked for: if it is taken for the name, it is what was written. Who only
     * asked something does not insist on it.
     */
    void write(Session session, String typed) {
        List<String> asked = campaign.state(session.state()).collects();
        read(session, typed, false).values().forEach((name, value) -> {
            Slot slot = campaign.slot(name);
            if (asked.contains(name) && AS_TYPED.contains(slot.type()) && !slot.keepNever()) {
                written.put(name, value);
            }
        });
    }

    /** Remembers what a way tells: the writer who labelled the words knew whether they are a yes. */
    void go(Session session, String next) {
        values.putAll(told(session, next));
    }

    /** The slot of yes or no whose value shows in where words lead; empty for most. */
    Map<String, List<String>> told(Session session, String next) {
        State state = campaign.state(session.state());
        return state.next().stream()
                .filter(edge -> edge.to().equals(next))
                .findFirst()
                .flatMap(edge -> ToldByWay.of(campaign, state, edge))
                .map(told -> Map.of(told.getKey(), List.of(told.getValue())))
                .orElse(Map.of());
    }

    /** Wants another value for a slot; a day that it is then too late for is chosen anew. */
    void change(String slot, List<String> value) {
        values.put(slot, value);
        values.entrySet()
                .removeIf(other -> campaign.slot(other.getKey())
                                .limits()
                                .after()
                                .filter(slot::equals)
                                .isPresent()
                        && other.getValue().getFirst().compareTo(value.getFirst()) <= 0);
    }

    Optional<List<String>> of(String slot) {
        return Optional.ofNullable(values.get(slot));
    }

    Map<String, List<String>> values() {
        return values;
    }

    /** Whether words that say this contradict nothing said before. */
    boolean agreesWith(Map<String, List<String>> said) {
        return said.entrySet().stream()
                .allMatch(entry ->
                        Objects.equals(values.getOrDefault(entry.getKey(), entry.getValue()), entry.getValue()));
    }

    /**
     * Slots that the session has otherwise than they were said, in a fixed order. What an order has no place for, such as the
     * address where somebody picks it up, is not missed; what may be added to it is.
     */
    List<String> misheard(Session session) {
        List<String> misheard = new ArrayList<>();
        values.forEach((slot, value) -> {
            List<String> taken = session.slots().getOrDefault(slot, NOTHING);
            if (!isSame(slot, taken, value) && (session.slots().containsKey(slot) || canBeAdded(slot))) {
                misheard.add(slot);
            }
        });
        return misheard;
    }

    /** Of a list the order does not matter: a window and a jacket are a jacket and a window. */
    private boolean isSame(String slot, List<String> taken, List<String> wanted) {
        return campaign.slot(slot).list() ? Set.copyOf(taken).equals(Set.copyOf(wanted)) : taken.equals(wanted);
    }

    private boolean canBeAdded(String slot) {
        return campaign.slot(slot).list() || campaign.slot(slot).optional();
    }

    /** Slots of an order that the customer never said so, and that are no default either. */
    List<String> neverSaid(Map<String, List<String>> ordered) {
        return ordered.entrySet().stream()
                .filter(entry -> !campaign.slot(entry.getKey()).keepNever())
                .filter(entry ->
                        !isSame(entry.getKey(), entry.getValue(), values.getOrDefault(entry.getKey(), NOTHING)))
                .filter(entry -> !entry.getValue().equals(written.get(entry.getKey())))
                .filter(entry -> values.containsKey(entry.getKey())
                        || !campaign.slot(entry.getKey())
                                .initial()
                                .map(List::of)
                                .equals(Optional.of(entry.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
