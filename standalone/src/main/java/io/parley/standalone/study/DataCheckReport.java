package io.parley.standalone.study;

import io.parley.intent.study.DataCheck;
import io.parley.intent.study.DataCheck.Leak;
import io.parley.intent.study.Listing;
import java.io.PrintWriter;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was odd about data, for people. */
final class DataCheckReport {

    private static final int SHOWN = 10;

    private DataCheckReport() {}

    static void print(DataCheck check, PrintWriter out) {
        out.println("%s: %d rows to learn from".formatted(check.source(), check.rows()));
        list(out, "refused rows", check.refused(), problem -> problem);
        list(
                out,
                "duplicates",
                check.duplicates(),
                same -> "%s, \"%s\": %s in rows %s".formatted(same.state(), same.text(), same.label(), same.rows()));
        list(
                out,
                "contradictions",
                check.contradictions(),
                one -> "%s, \"%s\": %s"
                        .formatted(
                                one.state(),
                                one.text(),
                                one.meanings().stream()
                                        .map(meaning -> meaning.label() + " in rows " + meaning.rows())
                                        .collect(Collectors.joining(", "))));
        list(out, "states without a row", check.unheard().states(), state -> state);
        list(out, "ways without a row", check.unheard().ways(), way -> way.state() + " to " + way.to());
        list(
                out,
                "labels with fewer than " + check.tinyClasses().fewerThan() + " rows",
                check.tinyClasses().classes(),
                tiny -> (tiny.state().isEmpty() ? tiny.label() : tiny.state() + " to " + tiny.label()) + ": "
                        + tiny.rows());
        if (check.leakage().heldOutRows() > 0) {
            list(
                    out,
                    "of %d held-out rows in words that are learnt"
                            .formatted(check.leakage().heldOutRows()),
                    check.leakage().sameWords(),
                    DataCheckReport::told);
            list(
                    out,
                    "of %d held-out rows in nearly such words"
                            .formatted(check.leakage().heldOutRows()),
                    check.leakage().nearlySame(),
                    DataCheckReport::told);
        }
        if (check.mislabelled().skipped() == null) {
            list(
                    out,
                    "rows probably labelled wrongly",
                    check.mislabelled().suspects(),
                    row -> "row %d, %s, \"%s\": %s (%.2f), rather %s (%.2f)"
                            .formatted(
                                    row.row(),
                                    row.state(),
                                    row.text(),
                                    row.label(),
                                    row.labelProbability(),
                                    row.suggested(),
                                    row.suggestedProbability()));
        } else {
            out.println(
                    "wrong labels were not looked for: " + check.mislabelled().skipped());
        }
    }

    private static String told(Leak leak) {
        return "row %d, %s, \"%s\": row %d, %s, \"%s\" (%.3f)"
                .formatted(
                        leak.heldOutRow(),
                        leak.heldOutState(),
                        leak.heldOutText(),
                        leak.row(),
                        leak.state(),
                        leak.text(),
                        leak.similarity());
    }

    private static <T> void list(PrintWriter out, String what, Listing<T> found, Function<T, String> told) {
        out.println(found.total() + " " + what);
        found.first().stream().limit(SHOWN).forEach(one -> out.println("  " + told.apply(one)));
        if (found.total() > SHOWN) {
            out.println("  and %d more; --json has the first hundred".formatted(found.total() - SHOWN));
        }
    }
}
