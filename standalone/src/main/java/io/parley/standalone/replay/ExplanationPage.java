package io.parley.standalone.replay;

import io.parley.contracts.model.Contribution;
import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.RecalledFact;
import io.parley.contracts.model.ScoredState;
import io.parley.contracts.replay.TurnExplanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An explanation as one page for people. */
final class ExplanationPage {

    private static final int STATES = 5;
    private static final int REASONS = 5;
    private static final int FACTS = 3;

    private static final Comparator<Contribution> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Contribution reason) -> Math.abs(reason.weight()))
            .reversed();

    private final TurnExplanation turn;
    private final List<String> lines = new ArrayList<>();

    private ExplanationPage(TurnExplanation turn) {
        this.turn = turn;
    }

    static List<String> of(TurnExplanation turn) {
        ExplanationPage page = new ExplanationPage(turn);
        page.head();
        page.network();
        page.memory();
        page.desk();
        page.slots();
        page.foot();
        return List.copyOf(page.lines);
    }

    private void head() {
        say(String.format(
                Locale.ROOT,
                "%s, turn %d of %s%s, %s",
                turn.campaign(),
                turn.turn(),
                turn.conversation(),
                rehearsal(),
                turn.at()));
        say("");
        say(String.format(Locale.ROOT, "  customer   %s", turn.said().isEmpty() ? "(silence)" : turn.said()));
        say(String.format(Locale.ROOT, "  reply      %s", turn.reply()));
        say(String.format(Locale.ROOT, "  state      %s", arrow(turn.stateBefore(), turn.stateAfter())));
        say(String.format(
                Locale.ROOT,
                "  decision   %s: %s",
                turn.decision().name(),
                turn.decision().because()));
        say(String.format(
                Locale.ROOT,
                "  said from  %s",
                turn.replies().stream()
                        .map(said -> said.bucket() + "#" + said.variant())
                        .collect(Collectors.joining(", "))));
    }

    private void network() {
        TurnExplanation.NextState network = turn.nextState();
        if (network == null) {
            return;
        }
        say("");
        if (!network.answered()) {
            say("The network was asked and did not answer in time.");
            return;
        }
        say(String.format(
                Locale.ROOT,
                "The network (%s) acts from %.2f on; out of scope %.2f, strange above %.2f",
                version(turn.versions().nextState()),
                network.acceptAt(),
                network.outOfScope(),
                network.outOfScopeAt()));
        for (ScoredState state : network.ranking().stream().limit(STATES).toList()) {
            say(String.format(Locale.ROOT, "  %.3f  %s", state.probability(), state.state()));
        }
        reasons("moved by", network.because());
        if (network.words() != null) {
            reasons("worth of words", network.words());
        }
    }

    private void memory() {
        TurnExplanation.Answer memory = turn.answer();
        if (memory == null) {
            return;
        }
        say("");
        if (!memory.answered()) {
            say("The memory was asked and did not answer in time.");
            return;
        }
        say(String.format(
                Locale.ROOT,
                "The memory (%s) was asked for a %s; that none fits %.2f, none told above %.2f",
                version(turn.versions().answers()),
                memory.kind(),
                memory.noFact(),
                memory.noFactAt()));
        for (RecalledFact fact : memory.facts().stream().limit(FACTS).toList()) {
            say(String.format(
                    Locale.ROOT, "  %.3f  %s, attention by hop %s", fact.probability(), fact.fact(), attention(fact)));
        }
        if (turn.fact() != null) {
            say(String.format(
                    Locale.ROOT,
                    "  told: %s%s",
                    turn.fact(),
                    turn.pitch() == null ? "" : " with pitch " + turn.pitch()));
        }
    }

    private void desk() {
        TurnExplanation.Desk desk = turn.desk();
        if (desk == null) {
            return;
        }
        say("");
        say(
                desk.onDuty().isEmpty()
                        ? "Nobody was on duty at the desk."
                        : String.format(
                                Locale.ROOT,
                                "On duty at the desk: %s; the customer's place was %d, %s",
                                String.join(", ", desk.onDuty()),
                                desk.place(),
                                desk.usualWaitSeconds() == null
                                        ? "no wait had been measured"
                                        : "half of the latest waits took at most " + desk.usualWaitSeconds() + " s"));
    }

    private void slots() {
        say("");
        say("Slots");
        turn.slotsAfter().forEach((slot, values) -> {
            List<String> before = turn.slotsBefore().getOrDefault(slot, List.of());
            String now = String.join(", ", values);
            if (values.equals(before)) {
                say(String.format(Locale.ROOT, "  %-16s %s, as before", slot, now));
            } else {
                say(String.format(
                        Locale.ROOT,
                        "  %-16s %s%s",
                        slot,
                        before.isEmpty() ? "" : String.join(", ", before) + " -> ",
                        now));
            }
        });
        turn.slotsBefore().keySet().stream()
                .filter(slot -> !turn.slotsAfter().containsKey(slot))
                .forEach(slot -> say(String.format(Locale.ROOT, "  %-16s forgotten", slot)));
        if (turn.payment() != null) {
            say(String.format(Locale.ROOT, "Payment %s", turn.payment()));
        }
        if (turn.order() != null) {
            say(String.format(Locale.ROOT, "Order %s was placed", turn.order()));
        }
    }

    private void foot() {
        TurnExplanation.Versions versions = turn.versions();
        say("");
        say(String.format(
                Locale.ROOT,
                "Campaign version %s%s, seed %d",
                versions.campaign(),
                versions.facts() == null ? "" : ", facts " + versions.facts(),
                versions.seed()));
        say(String.format(
                Locale.ROOT,
                "Times in ms: %s",
                turn.micros().entrySet().stream()
                        .map(step -> String.format(Locale.ROOT, "%s %.1f", step.getKey(), step.getValue() / 1e3))
                        .collect(Collectors.joining(", "))));
    }

    private void reasons(String title, List<Contribution> reasons) {
        if (!reasons.isEmpty()) {
            say(String.format(
                    Locale.ROOT,
                    "  %s: %s",
                    title,
                    reasons.stream()
                            .sorted(STRONGEST_FIRST)
                            .limit(REASONS)
                            .map(reason -> String.format(Locale.ROOT, "%s %+.2f", reason.feature(), reason.weight()))
                            .collect(Collectors.joining(", "))));
        }
    }

    private static String attention(RecalledFact fact) {
        return fact.attention().stream()
                .map(gate -> String.format(Locale.ROOT, "%.2f", gate))
                .collect(Collectors.joining(" "));
    }

    private static String version(@Nullable ModelProvenance model) {
        return model == null ? "unknown version" : model.version();
    }

    private static String arrow(String before, String after) {
        return before.equals(after) ? before + ", as before" : before + " -> " + after;
    }

    private String rehearsal() {
        return turn.rehearsal() ? " (conversation test)" : "";
    }

    private void say(String line) {
        lines.add(line);
    }
}
