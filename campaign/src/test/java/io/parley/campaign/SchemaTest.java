package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The schemas that editors use know the same keys as the reader. */
class SchemaTest {

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of("flow", "", FlowReader.KEYS),
                Arguments.of("flow", "properties/replies", Replies.NAMES),
                Arguments.of("flow", "$defs/slot", SlotReader.KEYS),
                Arguments.of("flow", "$defs/option", SlotReader.OPTION_KEYS),
                Arguments.of("flow", "$defs/state", StateReader.KEYS),
                Arguments.of("facts", "items", FactsParser.KEYS),
                Arguments.of("facts", "$defs/pitch", PitchParser.KEYS),
                Arguments.of("conversation", "", ConversationReader.KEYS),
                Arguments.of("conversation", "properties/turns/items", ConversationReader.TURN_KEYS),
                Arguments.of("conversation", "properties/turns/items/properties/bot", ConversationReader.BOT_KEYS));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void givenASchema_whenComparedWithTheReader_thenItsKeysAreTheSame(String schema, String path, List<String> keys) {
        Map<?, ?> properties =
                (Map<?, ?>) Objects.requireNonNull(at(schema, path).get("properties"));

        assertThat(properties.keySet().stream().map(String::valueOf)).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(at(schema, path).get("additionalProperties")).isEqualTo(false);
    }

    @Test
    void givenTheFlowSchema_whenComparedWithTheSlotTypes_thenItHasThemAll() {
        Map<?, ?> type = at("flow", "$defs/slot/properties/type");

        assertThat((List<?>) type.get("enum"))
                .isEqualTo(Arrays.stream(SlotType.values()).map(SlotType::label).toList());
    }

    @Test
    void givenTheFlowSchema_whenComparedWithTheOrderLines_thenBothKindsTogetherHaveEveryKey() {
        List<?> kinds =
                (List<?>) Objects.requireNonNull(at("flow", "$defs/line").get("oneOf"));

        assertThat(kinds.stream()
                        .map(kind -> (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) kind).get("properties")))
                        .flatMap(properties -> properties.keySet().stream())
                        .map(String::valueOf)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(PriceLineReader.KEYS);
    }

    /** JSON is YAML, so the library at hand reads it. */
    private static Map<?, ?> at(String schema, String path) {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/schema/" + schema + ".schema.json")) {
            Map<?, ?> found = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            for (String step : path.isEmpty() ? List.<String>of() : List.of(path.split("/", -1))) {
                found = (Map<?, ?>) Objects.requireNonNull(found.get(step), path);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
