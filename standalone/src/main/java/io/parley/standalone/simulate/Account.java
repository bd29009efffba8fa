package io.parley.standalone.simulate;

import io.parley.contracts.simulation.SimulationReport;
import io.parley.contracts.simulation.SimulationReport.PersonaFigures;
import java.io.PrintWriter;
import java.util.Locale;

/** What there is to say of a simulation, for people. */
final class Account {

    private static final int TOLD = 5;

    private Account() {}

    /** Whether nobody was trapped, nothing broke and every order was as its customer wanted. */
    static boolean isGood(SimulationReport report) {
        return report.traps() == 0
                && report.errors() == 0
                && report.lostOrders() == 0
                && report.doubleOrders() == 0
                && report.unconfirmedSlots() == 0
                && report.personReached() == report.personAsked();
    }

    static void print(SimulationReport report, PrintWriter out) {
        out.println("persona     conversations  completed  turns each  digressions  asked again  corrections  stalled");
        report.personas().forEach((persona, figures) -> out.println(line(report, persona, figures)));
        out.println(String.format(
                Locale.ROOT,
                "traps %d, errors %d, lost orders %d, double orders %d, unconfirmed slots %d, a person reached %d of %d",
                report.traps(),
                report.errors(),
                report.lostOrders(),
                report.doubleOrders(),
                report.unconfirmedSlots(),
                report.personReached(),
                report.personAsked()));
        out.println(String.format(
                Locale.ROOT,
                "%d conversations in %.0f s, %.0f turns/s, seed %d",
                report.conversations(),
                report.seconds(),
                report.turnsPerSecond(),
                report.seed()));
        report.troubles().stream().limit(TOLD).forEach(trouble -> {
            out.println();
            out.println("conversation " + trouble.number() + " (" + trouble.persona() + "): " + trouble.what());
            trouble.transcript().forEach(turn -> out.println("    " + turn));
        });
        out.flush();
    }

    private static String line(SimulationReport report, String persona, PersonaFigures figures) {
        return String.format(
                Locale.ROOT,
                "%-11s %13d  %7.1f %%  %10.1f  %11d  %11d  %11d  %7d",
                persona,
                figures.conversations(),
                100 * report.completionRate().getOrDefault(persona, 0.0),
                (double) figures.turns() / figures.conversations(),
                figures.digressions(),
                figures.ladders(),
                figures.corrections(),
                figures.stalled());
    }
}
