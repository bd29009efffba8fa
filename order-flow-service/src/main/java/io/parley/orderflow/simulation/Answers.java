package io.parley.orderflow.simulation;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.Example;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import io.parley.orderflow.simulation.Saying.Use;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a simulated customer answers to the question of a state: in an example's words where some fit, else plainly. Seeded. */
final class Answers {

    private final Campaign campaign;
    private final Wordings wordings;
    private final Wish wish;
    private final Invention invention;
    private final Speech speech;
    private final Random random;

    Answers(Campaign campaign, Wordings wordings, Wish wish, Invention invention, Speech speech, Random random) {
        this.campaign = campaign;
        this.wordings = wordings;
        this.wish = wish;
        this.invention = invention;
        this.speech = speech;
        this.random = random;
    }

    /** An answer of the examples that gives everything asked for and contradicts nothing said before. */
    Optional<Saying> fitting(Session session) {
        State state = campaign.state(session.state());
        List<Example> answers = new ArrayList<>(wordings.answers(state.id()));
        Collections.shuffle(answers, random);
        List<String> open = open(session, state);
        return answers.stream()
                .limit(Wordings.LOOKED_AT)
                .map(example -> new Candidate(speech.completed(example.text().value()), example.next()))
                .filter(candidate -> fits(session, candidate, open))
                .findFirst()
                .map(candidate -> speech.noisy(Use.ANSWER, candidate.words(), candidate.label()));
    }

    private record Candidate(String words, String label) {}

    private boolean fits(Session session, Candidate candidate, List<String> open) {
        Extraction said = wish.read(session, candidate.words(), false);
        return said.invalid().isEmpty()
                && Stream.concat(
                                said.values().keySet().stream(),
                                wish.told(session, candidate.label()).keySet().stream())
                        .toList()
                        .containsAll(open)
                && wish.agreesWith(said.values())
                && wish.agreesWith(wish.told(session, candidate.label()));
    }

    /** What the state asks for, each by itself; what has been said before is said again. */
    Saying plain(Session session, List<String> choices) {
        State state = campaign.state(session.state());
        List<String> asked = open(session, state);
        List<String> named = asked.isEmpty() && !state.collects().isEmpty()
                ? List.of(state.collects().getFirst())
                : asked;
        if (named.isEmpty()) {
            return Speech.plain(
                    Use.ANSWER,
                    choices.isEmpty() ? invention.consent(true) : choices.getFirst(),
                    onward(session, state, Map.of()));
        }
        Map<String, List<String>> known = session.slots();
        Map<String, List<String>> values = new LinkedHashMap<>();
        named.forEach(name -> values.put(name, wish.of(name).orElseGet(() -> wanted(campaign.slot(name), known))));
        String words = values.entrySet().stream()
                .map(value -> invention.phrase(campaign.slot(value.getKey()), value.getValue()))
                .collect(Collectors.joining(", "));
        return Speech.plain(Use.ANSWER, words, onward(session, state, values));
    }

    /** Whoever wants to buy says yes to what nobody knows better. */
    private List<String> wanted(Slot slot, Map<String, List<String>> known) {
        return slot.type() == SlotType.YES_NO ? List.of("yes") : invention.value(slot, known);
    }

    /** The slots without which the state cannot be left. */
    private List<String> open(Session session, State state) {
        return state.collects().stream()
                .map(campaign::slot)
                .filter(Slot::required)
                .map(Slot::name)
                .filter(name -> state.alwaysAsk() || !session.slots().containsKey(name))
                .toList();
    }

    /** The way on, of those that say nothing else than these values. */
    private String onward(Session session, State state, Map<String, List<String>> values) {
        return state.next().stream()
                .map(Edge::to)
                .filter(to -> !campaign.isLost(to))
                .filter(to -> wish.told(session, to).entrySet().stream()
                        .allMatch(told -> told.getValue().equals(values.getOrDefault(told.getKey(), told.getValue()))))
                .findFirst()
                .orElse("");
    }
}
