package io.parley.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How regions part where a state is left: {@link Onward} for many situations at once.
 *
 * @param ways by the state they lead to
 * @param closed where no way is open
 * @param several where more than one is; they are in {@code ways} too
 */
record Fork(Map<String, List<Region>> ways, List<Region> closed, List<Region> several) {

    static Fork of(FlowSpace space, State state, List<Region> regions) {
        Map<String, List<Region>> ways = new LinkedHashMap<>();
        List<Region> closed = new ArrayList<>();
        List<Region> rest = regions;
        List<String> unconditional = new ArrayList<>();
        for (Edge edge : Onward.forward(space.campaign(), state)) {
            if (!edge.when().isConditional()) {
                unconditional.add(edge.to());
                continue;
            }
            Optional<Region> when = space.where(edge.when());
            List<Region> taken = rest.stream()
                    .flatMap(region -> when.flatMap(region::and).stream())
                    .toList();
            rest = rest.stream()
                    .flatMap(region -> space.whereNot(edge.when(), region).stream())
                    .toList();
            List<Region> way = edge.to().equals(state.id())
                    ? closed // nobody leaves a state by a way to itself
                    : ways.computeIfAbsent(edge.to(), key -> new ArrayList<>());
            way.addAll(taken);
        }
        unconditional.remove(state.id());
        for (String to : unconditional) {
            ways.computeIfAbsent(to, key -> new ArrayList<>()).addAll(rest);
        }
        if (unconditional.isEmpty()) {
            closed.addAll(rest);
        }
        return new Fork(ways, closed, unconditional.size() > 1 ? rest : List.of());
    }
}
