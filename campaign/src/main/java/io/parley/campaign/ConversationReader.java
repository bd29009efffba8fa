package io.parley.campaign;

import io.parley.campaign.ConversationTest.Order;
import io.parley.campaign.ConversationTest.Turn;
import io.parley.contracts.ReservedState;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one file of {@code conversations/}. */
final class ConversationReader {

    /** What the clock shows unless the test says otherwise. */
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    static final List<String> KEYS = List.of("conversation", "today", "turns", "order");
    static final List<String> TURN_KEYS = List.of("customer", "bot");
    static final List<String> BOT_KEYS = List.of("state", "slots", "fact", "says", "outcome");
    private static final List<String> OUTCOMES = List.of("sale", "lost");

    private final Campaign campaign;
    private final boolean allFactsKnown;
    private final Report report;

    /**
     * @param allFactsKnown whether a fact that the campaign has not is a mistake of this file
     */
    ConversationReader(Campaign campaign, boolean allFactsKnown, Report report) {
        this.campaign = campaign;
        this.allFactsKnown = allFactsKnown;
        this.report = report;
    }

    /** The test, or nothing if the file has an error. */
    Optional<ConversationTest> read(Tree root) {
        Optional<ConversationTest> test = Section.of(root, "the conversation", report)
                .map(section -> section.allowing(KEYS).requiring("conversation", "turns"))
                .map(section -> new ConversationTest(
                        report.file(),
                        section.text("conversation").orElse(""),
                        section.text("today").map(date -> today(date, section)).orElse(TODAY),
                        turns(section),
                        order(section)));
        return report.hasErrors() ? Optional.empty() : test;
    }

    private LocalDate today(String date, Section section) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            report.error(section.line("today"), "'" + date + "' is no date", "Write a date such as 2026-03-02");
            return TODAY;
        }
    }

    private List<Turn> turns(Section section) {
        List<Turn> turns = new ArrayList<>();
        for (Section turn : section.sections("turns", "a turn")) {
            turn.allowing(TURN_KEYS).requiring("customer");
            Optional<Section> bot = turn.has("bot") ? turn.section("bot", "'bot'") : Optional.empty();
            bot.ifPresent(it -> it.allowing(BOT_KEYS));
            turns.add(new Turn(
                    turn.line(),
                    said(turn),
                    bot.flatMap(this::state),
                    bot.flatMap(it -> it.section("slots", "'slots'"))
                            .map(slots -> values(slots, List.of()))
                            .orElse(Map.of()),
                    bot.flatMap(this::fact),
                    bot.map(it -> it.texts("says")).orElse(List.of()),
                    bot.flatMap(this::outcome)));
        }
        if (section.has("turns") && turns.isEmpty()) {
            report.error(section.line("turns"), "the conversation has no turns", "Begin with - customer: …");
        }
        return turns;
    }

    /** What the customer says; nothing between the quotes is silence. */
    private static String said(Section turn) {
        boolean silent = turn.tree("customer")
                .filter(written -> written instanceof Tree.Text(String value, int line) && value.isEmpty())
                .isPresent();
        return silent ? "" : turn.text("customer").orElse("");
    }

    private Optional<String> state(Section bot) {
        return bot.text("state").filter(state -> {
            boolean known = campaign.states().containsKey(state)
                    || ReservedState.of(state).isPresent();
            if (!known) {
                report.error(
                        bot.line("state"),
                        "there is no state '" + state + "'",
                        Suggestion.remedy(state, campaign.states().keySet()));
            }
            return known;
        });
    }

    private Optional<String> fact(Section bot) {
        return bot.text("fact").filter(fact -> {
            boolean known = campaign.fact(fact).isPresent() || !allFactsKnown;
            if (!known) {
                report.error(
                        bot.line("fact"),
                        "there is no fact '" + fact + "'",
                        Suggestion.remedy(
                                fact, campaign.facts().stream().map(Fact::id).toList()));
            }
            return known;
        });
    }

    private Optional<String> outcome(Section bot) {
        return bot.text("outcome").filter(outcome -> {
            boolean known = OUTCOMES.contains(outcome);
            if (!known) {
                report.error(
                        bot.line("outcome"), "'" + outcome + "' is no outcome", Suggestion.remedy(outcome, OUTCOMES));
            }
            return known;
        });
    }

    private Optional<Order> order(Section section) {
        if (!section.has("order")) {
            return Optional.empty();
        }
        Tree written = section.tree("order").orElseThrow();
        if (written instanceof Tree.Text(String value, int line)) {
            if (!value.equals("none")) {
                report.error(line, "'order' is '" + value + "'", "Write none, or { total: … } with the slots to check");
            }
            return Optional.of(Order.none());
        }
        return section.section("order", "'order'")
                .map(order -> new Order(true, order.number("total"), values(order, List.of("total"))));
    }

    private Map<String, List<String>> values(Section section, List<String> besides) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        section.entries().forEach((name, field) -> {
            if (besides.contains(name)) {
                return;
            }
            Slot slot = campaign.slots().get(name);
            if (slot == null) {
                List<String> known = new ArrayList<>(campaign.slots().keySet());
                known.addAll(besides);
                report.error(field.line(), "there is no slot '" + name + "'", Suggestion.remedy(name, known));
                return;
            }
            values.put(name, values(slot, section));
        });
        return values;
    }

    private List<String> values(Slot slot, Section section) {
        List<String> values = new ArrayList<>();
        section.lines(slot.name()).forEach((written, line) -> {
            Optional<String> value =
                    slot.optional() && written.equals("none") ? Optional.of(written) : CanonicalValue.of(slot, written);
            value.ifPresentOrElse(
                    values::add,
                    () -> report.error(
                            line,
                            "'" + written + "' is no value of slot '" + slot.name() + "'",
                            CanonicalValue.remedy(slot, written)));
        });
        return values;
    }
}
