package io.parley.campaign;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One offer: everything Parley needs to sell it. Maps and lists keep the order of the file.
 *
 * @param id the folder's name
 * @param version names the content: the same files give the same version
 * @param title for people
 * @param start the id of the first state
 * @param slots by name
 * @param states by id
 * @param lines what an order's price is made of
 * @param replies the buckets of {@code replies} that the campaign writes itself, by name
 * @param facts the prepared statements
 */
public record Campaign(
        String id,
        String version,
        String title,
        Locale locale,
        ZoneId timezone,
        Currency currency,
        String start,
        Map<String, Slot> slots,
        Map<String, State> states,
        List<PriceLine> lines,
        Map<String, List<String>> replies,
        List<Fact> facts) {

    public Campaign {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        lines = List.copyOf(lines);
        replies = Collections.unmodifiableMap(new LinkedHashMap<>(replies));
        facts = List.copyOf(facts);
    }

    /**
     * The state of that id.
     *
     * @throws IllegalArgumentException if the campaign has no such state
     */
    public State state(String id) {
        State state = states.get(id);
        if (state == null) {
            throw new IllegalArgumentException("campaign " + this.id + " has no state '" + id + "'");
        }
        return state;
    }

    /**
     * The slot of that name.
     *
     * @throws IllegalArgumentException if the campaign has no such slot
     */
    public Slot slot(String name) {
        Slot slot = slots.get(name);
        if (slot == null) {
            throw new IllegalArgumentException("campaign " + id + " has no slot '" + name + "'");
        }
        return slot;
    }

    /** The same offer with other facts; it goes by the same version. */
    public Campaign withFacts(List<Fact> others) {
        return new Campaign(
                id, version, title, locale, timezone, currency, start, slots, states, lines, replies, others);
    }

    public Optional<Fact> fact(String id) {
        return facts.stream().filter(fact -> fact.id().equals(id)).findFirst();
    }

    /** Where giving up leads from a state: its first successor with outcome {@code lost}, or else the first there is. */
    public Optional<String> wayOut(State state) {
        return Stream.concat(state.next().stream().map(Edge::to), states.keySet().stream())
                .filter(this::isLost)
                .findFirst();
    }

    /** The sale next to a state: its first successor with outcome {@code sale}. */
    public Optional<String> saleAfter(State state) {
        return state.next().stream()
                .map(Edge::to)
                .filter(to -> state(to).outcome().filter(Outcome.SALE::equals).isPresent())
                .findFirst();
    }

    /** Whether an edge to that state is one that gives up: a final state with outcome {@code lost}. */
    public boolean isLost(String state) {
        return state(state).outcome().filter(Outcome.LOST::equals).isPresent();
    }
}
