package io.parley.campaign;

import io.parley.campaign.Slot.Limits;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one entry of {@code slots}. */
final class SlotReader {

    static final List<String> KEYS = List.of(
            "type",
            "options",
            "list",
            "optional",
            "default",
            "personal",
            "keep",
            "after",
            "before",
            "min",
            "max",
            "pattern");
    static final List<String> OPTION_KEYS = List.of("say", "synonyms", "price");
    private static final Set<SlotType> NUMBERS = EnumSet.of(SlotType.INTEGER, SlotType.NUMBER, SlotType.MONEY);
    private static final Set<SlotType> TIMES = EnumSet.of(SlotType.DATE, SlotType.TIME, SlotType.DATE_TIME);
    private static final Set<SlotType> WORDS = EnumSet.of(SlotType.TEXT, SlotType.PERSON_NAME, SlotType.PLACE);

    private final String name;
    private final Section section;
    private final Report report;

    private SlotReader(String name, Section section) {
        this.name = name;
        this.section = section;
        this.report = section.report();
    }

    /** The slot; nothing if not even its type can be read. */
    static Optional<Slot> read(String name, Tree tree, Report report) {
        return Section.of(tree, "slot '" + name + "'", report).flatMap(section -> new SlotReader(name, section).slot());
    }

    static boolean isNumber(SlotType type) {
        return NUMBERS.contains(type);
    }

    static boolean isTime(SlotType type) {
        return TIMES.contains(type);
    }

    private Optional<Slot> slot() {
        section.allowing(KEYS).requiring("type");
        Optional<SlotType> type = section.text("type").flatMap(this::type);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        boolean list = section.flag("list");
        boolean personal = section.flag("personal");
        Map<String, Option> options = type.get() == SlotType.CHOICE ? options() : Map.of();
        Slot plain = new Slot(
                name,
                type.get(),
                section.flag("optional"),
                Optional.empty(),
                list,
                personal,
                keepNever(personal),
                limits(type.get()),
                options);
        if (type.get() != SlotType.CHOICE) {
            onlyForChoices("options");
            onlyForChoices("list");
        }
        Optional<String> initial = section.text("default").flatMap(written -> initial(plain, written));
        return Optional.of(new Slot(
                name,
                plain.type(),
                plain.optional(),
                initial,
                plain.list(),
                plain.personal(),
                plain.keepNever(),
                plain.limits(),
                plain.options()));
    }

    private Optional<SlotType> type(String label) {
        Optional<SlotType> type = SlotType.of(label);
        if (type.isEmpty()) {
            report.error(
                    section.line("type"),
                    "'" + label + "' is no type of slot",
                    Suggestion.remedy(
                            label,
                            Arrays.stream(SlotType.values())
                                    .map(SlotType::label)
                                    .toList()));
        }
        return type;
    }

    private boolean keepNever(boolean personal) {
        Optional<String> keep = section.text("keep");
        if (keep.isEmpty()) {
            return false;
        }
        if (!keep.get().equals("never")) {
            report.error(
                    section.line("keep"),
                    "'keep' of slot '" + name + "' is '" + keep.get() + "'",
                    "Write never or leave the key out");
            return false;
        }
        if (!personal) {
            report.error(
                    section.line("keep"),
                    "slot '" + name + "' is never kept and yet not personal",
                    "Add personal: true");
        }
        return true;
    }

    private Optional<String> initial(Slot slot, String written) {
        Optional<String> value = CanonicalValue.of(slot, written);
        if (value.isEmpty()) {
            report.error(
                    section.line("default"),
                    "the default '" + written + "' is no value of slot '" + name + "'",
                    CanonicalValue.remedy(slot, written));
        } else if (isNumber(slot.type()) && outside(slot.limits(), new BigDecimal(value.get()))) {
            report.error(
                    section.line("default"),
                    "the default " + written + " of slot '" + name + "' lies outside min and max",
                    "Choose one between them");
        }
        return value;
    }

    private static boolean outside(Limits limits, BigDecimal value) {
        return limits.min()
                        .map(BigDecimal::new)
                        .filter(min -> value.compareTo(min) < 0)
                        .isPresent()
                || limits.max()
                        .map(BigDecimal::new)
                        .filter(max -> value.compareTo(max) > 0)
                        .isPresent();
    }

    private Map<String, Option> options() {
        Map<String, Option> options = new LinkedHashMap<>();
        section.requiring("options");
        section.section("options", "'options' of slot '" + name + "'").ifPresent(all -> {
            if (all.entries().isEmpty()) {
                report.error(all.line(), "slot '" + name + "' has no options", "Write at least one");
            }
            all.entries().forEach((id, field) -> option(id, field).ifPresent(option -> options.put(id, option)));
        });
        refuseSharedNames(options);
        return options;
    }

    private Optional<Option> option(String id, Tree.Field field) {
        Ids.checkEither(id, "an option", field.line(), report);
        boolean declinable = section.flag("optional") || section.flag("list");
        if (id.equals("known") || id.equals("unknown") || (id.equals("none") && declinable)) {
            report.error(
                    field.line(),
                    "'" + id + "' cannot be an option of slot '" + name + "'",
                    "Choose another id: conditions and tests mean something else by it");
        }
        return Section.of(field.value(), "option '" + id + "'", report).map(option -> {
            option.allowing(OPTION_KEYS).requiring("say");
            Optional<BigDecimal> price = option.number("price");
            if (price.filter(it -> it.signum() < 0).isPresent()) {
                report.error(option.line("price"), "the price of option '" + id + "' is negative", "Write 0 or more");
            }
            return new Option(id, option.sentence("say").orElse(id), option.texts("synonyms"), price);
        });
    }

    private void refuseSharedNames(Map<String, Option> options) {
        Map<String, String> owners = new LinkedHashMap<>();
        options.forEach((id, option) -> {
            Set<String> names = new LinkedHashSet<>();
            names.add(plain(id));
            names.add(plain(option.say()));
            option.synonyms().forEach(synonym -> names.add(plain(synonym)));
            for (String word : names) {
                String other = owners.putIfAbsent(word, id);
                if (other != null) {
                    report.error(
                            section.line("options"),
                            "'" + word + "' names two options of slot '" + name + "', " + other + " and " + id,
                            "Keep it with one of them");
                }
            }
        });
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    }

    private Limits limits(SlotType type) {
        Optional<String> min = bound("min", type);
        Optional<String> max = bound("max", type);
        if (min.isPresent() && max.isPresent() && above(type, min.get(), max.get())) {
            report.error(section.line("min"), "min is above max in slot '" + name + "'", "Swap them");
        }
        return new Limits(min, max, moment("after", type), moment("before", type), pattern(type));
    }

    private Optional<String> bound(String key, SlotType type) {
        Optional<String> written = section.text(key);
        if (written.isEmpty()) {
            return written;
        }
        if (!isNumber(type) && !isTime(type) && !WORDS.contains(type)) {
            report.error(
                    section.line(key),
                    "'" + key + "' does not fit slot '" + name + "' of type " + type.label(),
                    "Take it out: it is for numbers, dates, times and the length of texts");
            return Optional.empty();
        }
        SlotType measure = WORDS.contains(type) ? SlotType.INTEGER : type;
        Slot measured = new Slot(name, measure, false, Optional.empty(), false, false, false, Limits.NONE, Map.of());
        Optional<String> value = CanonicalValue.of(measured, written.get());
        if (value.isEmpty()) {
            report.error(
                    section.line(key),
                    "'" + key + "' of slot '" + name + "' is '" + written.get() + "'",
                    CanonicalValue.remedy(measured, written.get()));
        }
        return value;
    }

    private static boolean above(SlotType type, String min, String max) {
        return isTime(type) ? min.compareTo(max) > 0 : new BigDecimal(min).compareTo(new BigDecimal(max)) > 0;
    }

    private Optional<String> moment(String key, SlotType type) {
        Optional<String> written = section.text(key);
        if (written.isPresent() && !isTime(type)) {
            report.error(
                    section.line(key),
                    "'" + key + "' does not fit slot '" + name + "' of type " + type.label(),
                    "Take it out: it is for dates and times");
            return Optional.empty();
        }
        return written;
    }

    private Optional<String> pattern(SlotType type) {
        Optional<String> written = section.text("pattern");
        if (written.isEmpty()) {
            return written;
        }
        if (type == SlotType.CHOICE || type == SlotType.YES_NO) {
            report.error(
                    section.line("pattern"),
                    "'pattern' does not fit slot '" + name + "' of type " + type.label(),
                    "Take it out");
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(written.get()).pattern());
        } catch (PatternSyntaxException e) {
            report.error(
                    section.line("pattern"),
                    "the pattern of slot '" + name + "' is no regular expression: " + e.getDescription(),
                    "Correct it, for example [A-Z]{2}[0-9]{4}");
            return Optional.empty();
        }
    }

    private void onlyForChoices(String key) {
        if (section.has(key)) {
            report.error(
                    section.line(key),
                    "'" + key + "' does not fit slot '" + name + "'",
                    "Take it out or make the type choice");
        }
    }
}
