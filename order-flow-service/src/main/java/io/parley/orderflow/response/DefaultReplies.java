package io.parley.orderflow.response;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The buckets every campaign has without writing them, by language; English where a language has none. */
final class DefaultReplies {

    private final Map<String, Map<String, List<String>>> byLanguage = new ConcurrentHashMap<>();

    /** The variants of a bucket; empty if there is no such bucket. */
    List<String> bucket(Locale locale, String name) {
        return byLanguage
                .computeIfAbsent(locale.getLanguage(), DefaultReplies::load)
                .getOrDefault(name, List.of());
    }

    private static Map<String, List<String>> load(String language) {
        InputStream own = DefaultReplies.class.getResourceAsStream("/replies/" + language + ".yaml");
        try (InputStream replies = own != null ? own : DefaultReplies.class.getResourceAsStream("/replies/en.yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(replies);
        } catch (IOException e) {
            throw new UncheckedIOException("The built-in replies cannot be read", e);
        }
    }
}
