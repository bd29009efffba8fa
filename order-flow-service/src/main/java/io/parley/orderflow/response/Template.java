package io.parley.orderflow.response;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A prepared sentence with places to fill: {@code {{slot}}}. What is filled in is never read as a template again. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([\\w.-]+)\\s*}}");

    private Template() {}

    /** Whether the template has a place for that variable. */
    static boolean mentions(String template, String variable) {
        return variables(template).contains(variable);
    }

    /** Whether a template has places for all that another one has them for, and for something else. */
    static boolean namesMore(String template, String other) {
        Set<String> own = variables(template);
        Set<String> others = variables(other);
        return own.size() > others.size() && own.containsAll(others);
    }

    private static Set<String> variables(String template) {
        return PLACE.matcher(template).results().map(place -> place.group(1)).collect(Collectors.toSet());
    }

    /**
     * Fills a template.
     *
     * @param values the text of a variable, or nothing if it is unknown
     * @return nothing if a variable is unknown
     */
    static Optional<String> fill(String template, Function<String, Optional<String>> values) {
        Matcher places = PLACE.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            Optional<String> value = values.apply(places.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            places.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(places.appendTail(filled).toString().strip());
    }
}
