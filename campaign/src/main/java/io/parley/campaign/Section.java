package io.parley.campaign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a YAML file that has keys, read key by key. What does not fit is reported and left out, so that the rest
 * can still be checked.
 */
final class Section {

    private static final Pattern HTML = Pattern.compile(
            "<[a-zA-Z/!?][^<>]*>|<(?:script|iframe|img|svg|!--)|&(?:amp|nbsp|lt|gt|quot|apos|#\\d+|#[xX][0-9a-fA-F]+);",
            Pattern.CASE_INSENSITIVE);

    static final String HAS_HTML = "a text has HTML in it";
    static final String NO_HTML = "Write plain words: they are shown and spoken as they stand";

    private final Tree.Fields fields;
    private final String name;
    private final Report report;

    private Section(Tree.Fields fields, String name, Report report) {
        this.fields = fields;
        this.name = name;
        this.report = report;
    }

    /**
     * @param name how messages call it, for example {@code state 'ask-name'}
     */
    static Optional<Section> of(Tree tree, String name, Report report) {
        if (tree instanceof Tree.Fields fields) {
            return Optional.of(new Section(fields, name, report));
        }
        report.error(tree.line(), name + " is " + tree.kind(), "Write keys with values there");
        return Optional.empty();
    }

    /** Reports every key that is none of these. */
    Section allowing(Collection<String> keys) {
        fields.fields().forEach((key, field) -> {
            if (!keys.contains(key)) {
                report.error(field.line(), "'" + key + "' is no key of " + name, Suggestion.remedy(key, keys));
            }
        });
        return this;
    }

    /** Reports every one of these keys that is not there. */
    Section requiring(String... keys) {
        for (String key : keys) {
            if (!fields.fields().containsKey(key)) {
                report.error(fields.line(), name + " has no '" + key + "'", "Add it");
            }
        }
        return this;
    }

    Report report() {
        return report;
    }

    int line() {
        return fields.line();
    }

    /** The line of a key; of the section where the key is not there. */
    int line(String key) {
        Tree.Field field = fields.fields().get(key);
        return field == null ? fields.line() : field.line();
    }

    boolean has(String key) {
        return fields.fields().containsKey(key);
    }

    Map<String, Tree.Field> entries() {
        return fields.fields();
    }

    Optional<Tree> tree(String key) {
        return Optional.ofNullable(fields.fields().get(key)).map(Tree.Field::value);
    }

    /** A value that is there and not empty, or nothing, with a problem if it is there. */
    Optional<String> text(String key) {
        return tree(key).flatMap(tree -> scalar(tree, key));
    }

    /** {@code true} or {@code false}; false where it is not there. */
    boolean flag(String key) {
        Optional<String> written = text(key);
        if (written.isEmpty()) {
            return false;
        }
        return switch (written.get()) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> {
                report.error(
                        line(key),
                        "'" + key + "' of " + name + " is '" + written.get() + "'",
                        "Write true or leave the key out");
                yield false;
            }
        };
    }

    /** A plain number. */
    Optional<BigDecimal> number(String key) {
        return text(key).flatMap(written -> {
            Optional<BigDecimal> number = Numbers.parse(written);
            if (number.isEmpty()) {
                report.error(
                        line(key),
                        "'" + key + "' of " + name + " is '" + written + "', which is no number",
                        "Write a plain number such as 25 or 1.50, without currency or separators");
            }
            return number;
        });
    }

    /** A list of words or texts; one alone may stand without brackets. */
    List<String> texts(String key) {
        return lines(key).keySet().stream().toList();
    }

    /** Texts with their lines; the same text twice is a problem. */
    Map<String, Integer> lines(String key) {
        Map<String, Integer> texts = new LinkedHashMap<>();
        for (Tree item : items(key)) {
            scalar(item, key).ifPresent(text -> {
                if (texts.putIfAbsent(text, item.line()) != null) {
                    report.error(
                            item.line(),
                            "'" + text + "' stands twice in '" + key + "' of " + name,
                            "Take one of the two out");
                }
            });
        }
        return texts;
    }

    /** Texts that customers will hear or read, with their lines; at least one if the key is there. */
    Map<String, Integer> prose(String key) {
        Map<String, Integer> texts = lines(key);
        if (has(key) && texts.isEmpty() && items(key).isEmpty()) {
            report.error(line(key), "'" + key + "' of " + name + " is empty", "Write at least one text");
        }
        texts.forEach(this::refuseHtml);
        return texts;
    }

    /** One text that customers will hear or read. */
    Optional<String> sentence(String key) {
        Optional<String> text = text(key);
        text.ifPresent(it -> refuseHtml(it, line(key)));
        return text;
    }

    /** The items of a list; a single value counts as a list of one. */
    List<Tree> items(String key) {
        return tree(key)
                .map(tree -> switch (tree) {
                    case Tree.Items items -> items.items();
                    case Tree.Text text -> List.<Tree>of(text);
                    case Tree.Nothing nothing -> List.<Tree>of();
                    case Tree.Fields wrong -> {
                        report.error(
                                wrong.line(),
                                "'" + key + "' of " + name + " is keys with values",
                                "Write a list [a, b] there; put texts with {{…}} in quotes");
                        yield List.<Tree>of();
                    }
                })
                .orElse(List.of());
    }

    /** The items of a list that must have keys themselves. */
    List<Section> sections(String key, String itemName) {
        List<Section> sections = new ArrayList<>();
        items(key).forEach(item -> of(item, itemName, report).ifPresent(sections::add));
        return sections;
    }

    Optional<Section> section(String key, String sectionName) {
        return tree(key).flatMap(tree -> of(tree, sectionName, report));
    }

    private Optional<String> scalar(Tree tree, String key) {
        if (tree instanceof Tree.Text(String value, int line)) {
            if (value.isBlank()) {
                report.error(line, "'" + key + "' of " + name + " has an empty text", "Write something or take it out");
                return Optional.empty();
            }
            return Optional.of(value);
        }
        report.error(
                tree.line(),
                "'" + key + "' of " + name + " is " + tree.kind(),
                tree instanceof Tree.Items
                        ? "Write a single text there"
                        : "Write a text there; put texts with {{…}} in quotes");
        return Optional.empty();
    }

    private void refuseHtml(String text, int line) {
        if (hasHtml(text)) {
            report.error(line, HAS_HTML, NO_HTML);
        }
    }

    static boolean hasHtml(String text) {
        return HTML.matcher(text).find();
    }
}
