package io.parley.campaign;

import java.util.Locale;
import java.util.regex.Pattern;

/** How ids are written. */
final class Ids {

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern EITHER = Pattern.compile("[a-z0-9]+([-_][a-z0-9]+)*");

    private Ids() {}

    static void checkKebab(String id, String of, int line, Report report) {
        check(id, KEBAB, of, id.replace('_', '-'), "Use lower-case letters, digits and hyphens", line, report);
    }

    static void checkSnake(String id, String of, int line, Report report) {
        check(id, SNAKE, of, id.replace('-', '_'), "Use lower-case letters, digits and underscores", line, report);
    }

    /** Ids that are only ever compared: hyphens and underscores both do. */
    static void checkEither(String id, String of, int line, Report report) {
        check(id, EITHER, of, id, "Use lower-case letters, digits, hyphens and underscores", line, report);
    }

    private static void check(
            String id, Pattern pattern, String of, String nearly, String rule, int line, Report report) {
        if (pattern.matcher(id).matches()) {
            return;
        }
        String joint = pattern == SNAKE ? "_" : "-";
        String proposal = nearly.strip()
                .replaceAll("([a-z0-9])([A-Z])", "$1" + joint + "$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", joint);
        String remedy = pattern.matcher(proposal).matches() ? rule + ", for example " + proposal : rule;
        report.error(line, "'" + id + "' cannot be the id of " + of, remedy);
    }
}
