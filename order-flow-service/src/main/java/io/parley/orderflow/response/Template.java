package io.parley.orderflow.response;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A prepared sentence with places to fill: {@code {{slot}}}. What is filled in is never read as a template again. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([\\w.-]+)\\s*}}");

    private Template() {}

    /** Whether the template has a place for that variable. */
    static boolean mentions(String template, String variable) {
        return PLACE.matcher(template)
                .results()
                .anyMatch(place -> place.group(1).equals(variable));
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
