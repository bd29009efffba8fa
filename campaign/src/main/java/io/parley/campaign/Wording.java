package io.parley.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What customers may say in a state, one value for each class, and how that is told to a reader.
 *
 * @param within situations to keep to: only classes that occur there are said
 * @param ahead whether customers also tell one thing more than they are asked
 */
record Wording(FlowSpace space, Region within, boolean ahead) {

    /** Every answer there is, by slot; values that no condition looks at are all the same. */
    List<Map<String, List<String>>> answers(State state, Map<String, List<String>> known) {
        List<Map<String, List<String>>> answers = new ArrayList<>(List.of(Map.of()));
        for (String name : state.collects()) {
            List<List<String>> values = values(state, space.campaign().slot(name), known);
            answers = answers.stream()
                    .flatMap(
                            answer -> values.stream().map(value -> value.isEmpty() ? answer : and(answer, name, value)))
                    .toList();
        }
        if (!ahead) {
            return answers;
        }
        List<Map<String, List<String>>> fuller = new ArrayList<>(answers);
        for (int slot = 0; slot < space.slots().size(); slot++) {
            String name = space.slots().get(slot).slot().name();
            if (!known.containsKey(name) && !state.collects().contains(name)) {
                List<List<String>> values = classes(slot);
                answers.forEach(answer -> values.forEach(value -> fuller.add(and(answer, name, value))));
            }
        }
        return fuller;
    }

    /** The answer as it is told: {@code gives quantity = 3 and name}. */
    String tell(State state, Map<String, List<String>> answer) {
        if (answer.isEmpty()) {
            return state.confirms() ? "agrees" : state.collects().isEmpty() ? "goes on" : "leaves it at that";
        }
        return "gives "
                + answer.entrySet().stream()
                        .map(value -> tell(value.getKey(), value.getValue()))
                        .collect(Collectors.joining(" and "));
    }

    static String tell(String slot, List<String> values) {
        return values.equals(List.of(SampleValues.OTHER)) ? slot : slot + " = " + String.join(", ", values);
    }

    /** The empty one stands for saying nothing about it. */
    private List<List<String>> values(State state, Slot slot, Map<String, List<String>> known) {
        boolean open = !known.containsKey(slot.name()) || slot.initial().isPresent() || state.alwaysAsk();
        boolean mayBeLeft = !slot.required() || known.containsKey(slot.name());
        int number = IntStream.range(0, space.slots().size())
                .filter(i -> space.slots().get(i).slot().equals(slot))
                .findFirst()
                .orElse(-1);
        List<List<String>> values =
                number >= 0 ? classes(number) : mayBeLeft ? List.of() : List.of(List.of(SampleValues.OTHER));
        return Stream.concat(
                        mayBeLeft ? Stream.of(List.<String>of()) : Stream.of(),
                        (open ? values : List.<List<String>>of()).stream())
                .toList();
    }

    private List<List<String>> classes(int slot) {
        SlotClasses classes = space.slots().get(slot);
        return IntStream.range(1, classes.values().size())
                .filter(i -> (within.at(slot) & 1L << i) != 0)
                .mapToObj(classes.values()::get)
                .toList();
    }

    private static Map<String, List<String>> and(Map<String, List<String>> answer, String slot, List<String> value) {
        Map<String, List<String>> more = new TreeMap<>(answer);
        more.put(slot, value);
        return more;
    }
}
