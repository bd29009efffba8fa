package io.parley.orderflow.replay;

import io.parley.contracts.privacy.MaskedText;
import io.parley.contracts.replay.Difference;
import io.parley.orderflow.turn.TurnRecord;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Compares two records of a turn byte by byte, but for how long its steps took, and finds where they part. */
final class Comparison {

    /** In the order in which one thing comes of another, so that the first difference is nearest to its cause. */
    private static final List<String> FIELDS = List.of(
            "turnId",
            "at",
            "campaignVersion",
            "factsHash",
            "said",
            "before",
            "seen",
            "decision",
            "ground",
            "confidence",
            "replies",
            "exchange",
            "after",
            "order");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int LONGEST = 300;

    private Comparison() {}

    /** The first difference; nothing if the two are the same byte for byte. */
    static Optional<Difference> first(TurnRecord recorded, TurnRecord recomputed) {
        String one = JSON.writeValueAsString(recorded.timeless());
        String other = JSON.writeValueAsString(recomputed.timeless());
        if (one.equals(other)) {
            return Optional.empty();
        }
        JsonNode left = JSON.readTree(one);
        JsonNode right = JSON.readTree(other);
        return FIELDS.stream()
                .flatMap(field -> within(field, left.path(field), right.path(field)).stream())
                .findFirst()
                .or(() -> Optional.of(new Difference("", told(left), told(right))));
    }

    private static Optional<Difference> within(String place, JsonNode left, JsonNode right) {
        if (left.toString().equals(right.toString())) {
            return Optional.empty();
        }
        if (left.isObject() && right.isObject()) {
            TreeSet<String> names = new TreeSet<>(left.propertyNames());
            names.addAll(right.propertyNames());
            return names.stream()
                    .flatMap(name -> within(place + "." + name, left.path(name), right.path(name)).stream())
                    .findFirst();
        }
        if (left.isArray() && right.isArray()) {
            for (int at = 0; at < Math.max(left.size(), right.size()); at++) {
                Optional<Difference> item = within(place + "[" + at + "]", left.path(at), right.path(at));
                if (item.isPresent()) {
                    return item;
                }
            }
        }
        return Optional.of(new Difference(place, told(left), told(right)));
    }

    /** Operators read what customers say masked, here as elsewhere. */
    private static String told(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : new MaskedText(node.toString()).value();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
