package io.parley.intent.study;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.Example;
import io.parley.campaign.State;
import io.parley.contracts.ReservedState;
import io.parley.intent.study.DataCheck.TinyClass;
import io.parley.intent.study.DataCheck.TinyClasses;
import io.parley.intent.study.DataCheck.Unheard;
import io.parley.intent.study.DataCheck.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks for what the flow allows and the examples do not show, or hardly. */
final class Coverage {

    /** Fewer rows of a label say little about how else it may be said. */
    private static final int ENOUGH = 5;

    private final Campaign campaign;
    private final Map<String, Long> states;
    private final Map<Way, Long> ways;
    private final Map<String, Long> labels;

    Coverage(Campaign campaign, List<Example> examples) {
        this.campaign = campaign;
        this.states = counted(examples, Example::state);
        this.ways = counted(examples, example -> new Way(example.state(), example.next()));
        this.labels = counted(examples, Example::next);
    }

    Unheard unheard() {
        return new Unheard(
                Listing.of(speakable().stream()
                        .map(State::id)
                        .filter(state -> !states.containsKey(state))
                        .toList()),
                Listing.of(ways().stream().filter(way -> !ways.containsKey(way)).toList()));
    }

    /** Ways that are shown at all, and reserved labels. */
    TinyClasses tiny() {
        List<TinyClass> tiny = new ArrayList<>();
        for (Way way : ways()) {
            long rows = ways.getOrDefault(way, 0L);
            if (rows > 0 && rows < ENOUGH) {
                tiny.add(new TinyClass(way.state(), way.to(), (int) rows));
            }
        }
        for (String label : ReservedState.labels()) {
            long rows = labels.getOrDefault(label, 0L);
            if (rows < ENOUGH) {
                tiny.add(new TinyClass("", label, (int) rows));
            }
        }
        tiny.sort(Comparator.comparingInt(TinyClass::rows));
        return new TinyClasses(ENOUGH, Listing.of(tiny));
    }

    private List<Way> ways() {
        return speakable().stream()
                .flatMap(state -> state.next().stream().map(Edge::to).distinct().map(to -> new Way(state.id(), to)))
                .toList();
    }

    private List<State> speakable() {
        return campaign.states().values().stream()
                .filter(state -> !state.isFinal())
                .toList();
    }

    private static <K> Map<K, Long> counted(List<Example> examples, Function<Example, K> key) {
        return examples.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }
}
