package io.parley.standalone.campaign;

import io.parley.contracts.chat.ConversationTestReport;
import java.io.PrintWriter;

/** How conversation tests that were played are told on a terminal. */
final class Played {

    private Played() {}

    static void print(ConversationTestReport report, PrintWriter out) {
        for (ConversationTestReport.Result result : report.results()) {
            out.println((result.passed() ? "passed  " : "FAILED  ") + result.file() + ": " + result.conversation());
            if (result.difference() != null) {
                result.difference().lines().forEach(line -> out.println("        " + line));
            }
        }
        out.println("%d passed, %d failed".formatted(report.passed(), report.failed()));
        out.flush();
    }
}
