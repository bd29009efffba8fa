package io.parley.campaign;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code flow.yaml} into a campaign without facts. The campaign is as good as the file: where there were errors
 * it holds what could be read, good enough for checking the rest and for nothing else.
 */
final class FlowReader {

    static final List<String> KEYS =
            List.of("flow", "title", "locale", "timezone", "currency", "start", "slots", "states", "order", "replies");
    /** Where the currency cannot be read, and the campaign has an error anyway: ISO 4217's code for tests, which nobody pays in. */
    private static final Currency UNKNOWN_CURRENCY = Currency.getInstance("XTS");

    private final Section section;
    private final Report report;

    private FlowReader(Section section) {
        this.section = section;
        this.report = section.report();
    }

    /**
     * @param id the campaign's
     * @param version of the campaign
     */
    static Optional<Campaign> read(Tree root, String id, String version, Report report) {
        return Section.of(root, "the flow", report).map(section -> new FlowReader(section).campaign(id, version));
    }

    private Campaign campaign(String id, String version) {
        section.allowing(KEYS).requiring("flow", "title", "locale", "timezone", "currency", "start", "states");
        section.text("flow").ifPresent(name -> checkName(name, id));
        SlotTable slots = SlotTable.read(section.tree("slots"), report);
        ConditionReader conditions = new ConditionReader(slots, report);
        Map<String, State> states = states(new StateReader(slots, conditions, report));
        List<PriceLine> lines = section.tree("order")
                .map(order -> new PriceLineReader(slots, conditions, report).read(order))
                .orElse(List.of());
        return new Campaign(
                id,
                version,
                section.sentence("title").orElse(id),
                section.text("locale").flatMap(this::locale).orElse(Locale.ENGLISH),
                section.text("timezone").flatMap(this::timezone).orElse(ZoneOffset.UTC),
                section.text("currency").flatMap(this::currency).orElse(UNKNOWN_CURRENCY),
                start(states.keySet()),
                slots.readable(),
                states,
                lines,
                replies(),
                List.of());
    }

    private void checkName(String name, String id) {
        Ids.checkKebab(name, "a flow", section.line("flow"), report);
        if (!name.equals(id)) {
            report.warning(
                    section.line("flow"),
                    "the flow calls itself '" + name + "' and its folder '" + id + "'",
                    "Give both the same name; the folder's is the one that counts");
        }
    }

    private Map<String, State> states(StateReader reader) {
        Map<String, State> states = new LinkedHashMap<>();
        section.section("states", "'states'")
                .ifPresent(all -> all.entries().forEach((id, field) -> states.put(id, reader.read(id, field))));
        return states;
    }

    private String start(Set<String> states) {
        String start = section.text("start").orElse("");
        if (!start.isEmpty() && !states.contains(start)) {
            report.error(
                    section.line("start"),
                    "the flow starts in a state '" + start + "' that does not exist",
                    Suggestion.remedy(start, states));
        }
        return start;
    }

    private Map<String, List<String>> replies() {
        Map<String, List<String>> replies = new LinkedHashMap<>();
        section.section("replies", "'replies'").ifPresent(all -> {
            all.allowing(Replies.NAMES);
            all.entries().keySet().stream()
                    .filter(Replies.NAMES::contains)
                    .forEach(name ->
                            replies.put(name, all.prose(name).keySet().stream().toList()));
        });
        return replies;
    }

    private Optional<Locale> locale(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (Set.of(Locale.getISOLanguages()).contains(locale.getLanguage())) {
                return Optional.of(locale);
            }
        } catch (IllformedLocaleException e) {
            // reported below, like a language nobody speaks
        }
        report.error(
                section.line("locale"),
                "'" + tag + "' is no language tag",
                "Write a language and a country, such as en-US or de-DE");
        return Optional.empty();
    }

    private Optional<ZoneId> timezone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            report.error(
                    section.line("timezone"),
                    "'" + name + "' is no time zone",
                    Suggestion.nearest(name, ZoneId.getAvailableZoneIds())
                            .map(zone -> "Did you mean '" + zone + "'?")
                            .orElse("Write an area and a city, such as America/New_York"));
            return Optional.empty();
        }
    }

    private Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            Set<String> codes = Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toSet());
            report.error(
                    section.line("currency"),
                    "'" + code + "' is no currency",
                    codes.contains(code.toUpperCase(Locale.ROOT))
                            ? "Did you mean '" + code.toUpperCase(Locale.ROOT) + "'?"
                            : "Write its three letters, such as USD or EUR");
            return Optional.empty();
        }
    }
}
