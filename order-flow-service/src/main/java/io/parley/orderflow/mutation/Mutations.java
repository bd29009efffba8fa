package io.parley.orderflow.mutation;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.Fact;
import io.parley.campaign.Slot;
import io.parley.campaign.State;
import io.parley.contracts.mutation.MutationKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every mutant of a campaign, in the order of its files. What no conversation could tell from the original is left out. */
final class Mutations {

    private final Campaign campaign;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutations(Campaign campaign) {
        this.campaign = campaign;
    }

    static List<Mutant> of(Campaign campaign) {
        Mutations mutations = new Mutations(campaign);
        mutations.dropTransitions();
        mutations.makeSlotsOptional();
        mutations.mistakeBuckets();
        mutations.swapFacts();
        return List.copyOf(mutations.mutants);
    }

    private void dropTransitions() {
        for (State state : campaign.states().values()) {
            for (Edge edge : state.next()) {
                State without = state.withNext(
                        state.next().stream().filter(it -> !it.equals(edge)).toList());
                // Giving up is possible everywhere; an edge to where it leads anyway adds nothing.
                boolean leadsThereAnyway =
                        campaign.wayOut(without).filter(edge.to()::equals).isPresent();
                if (!leadsThereAnyway) {
                    add(
                            MutationKind.TRANSITION_DROPPED,
                            state.id() + ": the edge to " + edge.to() + " is gone",
                            with(without));
                }
            }
        }
    }

    private void makeSlotsOptional() {
        Set<String> asked = campaign.states().values().stream()
                .flatMap(state -> state.collects().stream())
                .collect(Collectors.toSet());
        for (Slot slot : campaign.slots().values()) {
            if (slot.required() && asked.contains(slot.name())) {
                Map<String, Slot> slots = new LinkedHashMap<>(campaign.slots());
                slots.put(slot.name(), optional(slot));
                add(
                        MutationKind.SLOT_OPTIONAL,
                        slot.name() + " may be left out",
                        copy(slots, campaign.states(), campaign.facts()));
            }
        }
    }

    private void mistakeBuckets() {
        mistake("say", State::say, State::withSay);
        mistake("invalid", State::invalid, State::withInvalid);
        mistake("declined", State::declined, State::withDeclined);
    }

    /** Puts into each state's bucket what another state has there: the next one in the file that has any, round to the first. */
    private void mistake(
            String bucket, Function<State, List<String>> texts, BiFunction<State, List<String>, State> rewriting) {
        List<State> having = campaign.states().values().stream()
                .filter(state -> !texts.apply(state).isEmpty())
                .toList();
        for (int at = 0; at < having.size(); at++) {
            State state = having.get(at);
            Optional<State> other = having.size() > 1
                    ? Optional.of(having.get((at + 1) % having.size()))
                    : campaign.states().values().stream()
                            .filter(it -> !it.id().equals(state.id()))
                            .findFirst();
            other.ifPresent(from -> {
                List<String> wrong = texts.apply(from).isEmpty() ? from.say() : texts.apply(from);
                if (!wrong.equals(texts.apply(state))) {
                    add(
                            MutationKind.WRONG_BUCKET,
                            state.id() + ": its " + bucket + " is that of " + from.id(),
                            with(rewriting.apply(state, wrong)));
                }
            });
        }
    }

    private void swapFacts() {
        List<Fact> facts = campaign.facts();
        for (int at = 0; at < facts.size() && facts.size() > 1; at++) {
            Fact fact = facts.get(at);
            Fact other = facts.get((at + 1) % facts.size());
            List<Fact> swapped = new ArrayList<>(facts);
            swapped.set(
                    at, new Fact(fact.id(), fact.kind(), fact.ask(), other.answer(), other.pitches(), fact.states()));
            add(
                    MutationKind.FACT_SWAPPED,
                    fact.id() + ": it is answered with what " + other.id() + " says",
                    copy(campaign.slots(), campaign.states(), swapped));
        }
    }

    private void add(MutationKind kind, String what, Campaign mutated) {
        mutants.add(new Mutant(kind, what, mutated));
    }

    private Campaign with(State changed) {
        Map<String, State> states = new LinkedHashMap<>(campaign.states());
        states.put(changed.id(), changed);
        return copy(campaign.slots(), states, campaign.facts());
    }

    private Campaign copy(Map<String, Slot> slots, Map<String, State> states, List<Fact> facts) {
        return new Campaign(
                campaign.id(),
                campaign.version() + "-mutant-" + (mutants.size() + 1),
                campaign.title(),
                campaign.locale(),
                campaign.timezone(),
                campaign.currency(),
                campaign.start(),
                slots,
                states,
                campaign.lines(),
                campaign.replies(),
                facts);
    }

    private static Slot optional(Slot slot) {
        return new Slot(
                slot.name(),
                slot.type(),
                true,
                slot.initial(),
                slot.list(),
                slot.personal(),
                slot.keepNever(),
                slot.limits(),
                slot.options());
    }
}
