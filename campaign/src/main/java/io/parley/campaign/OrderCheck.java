package io.parley.campaign;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether prices add up and nothing is sold or charged that was not read back. */
final class OrderCheck {

    private final Campaign campaign;
    private final FlowGraph graph;
    private final Lines lines;
    private final Report report;

    OrderCheck(Campaign campaign, FlowGraph graph, Lines lines, Report report) {
        this.campaign = campaign;
        this.graph = graph;
        this.lines = lines;
        this.report = report;
    }

    void check() {
        Set<String> items = campaign.lines().stream()
                .filter(PriceLine.OfChoice.class::isInstance)
                .map(line -> ((PriceLine.OfChoice) line).slot())
                .collect(Collectors.toSet());
        campaign.slots().values().forEach(slot -> checkPrices(slot, items.contains(slot.name())));
        checkAmounts();
        if (campaign.lines().isEmpty()) {
            checkNothingToPay();
        } else {
            checkConfirmed();
        }
    }

    private void checkPrices(Slot slot, boolean item) {
        boolean priced = slot.options().values().stream()
                .anyMatch(option -> option.price().isPresent());
        for (Option option : slot.options().values()) {
            int line = lines.of("slots", slot.name(), "options", option.id());
            if (option.price().isEmpty() && (priced || item)) {
                report.error(
                        line,
                        "option '" + option.id() + "' of slot '" + slot.name() + "' has no price",
                        "Add one; price: 0 if it costs nothing");
            }
            option.price().ifPresent(price -> checkDecimals(price, line));
        }
        if (priced && !item) {
            report.warning(
                    lines.of("slots", slot.name()),
                    "the prices of slot '" + slot.name() + "' are on no line of the order",
                    "Add { item: " + slot.name() + " } to the order's lines, or take the prices out");
        }
    }

    private void checkAmounts() {
        for (PriceLine line : campaign.lines()) {
            if (line instanceof PriceLine.Fixed fixed) {
                checkDecimals(fixed.amount(), lines.of("order", "lines", Lines.item(fixed.id())));
            }
        }
    }

    private void checkDecimals(BigDecimal amount, int line) {
        int decimals = campaign.currency().getDefaultFractionDigits();
        if (decimals >= 0 && amount.stripTrailingZeros().scale() > decimals) {
            report.error(
                    line,
                    amount.toPlainString() + " is finer than the smallest coin of " + campaign.currency(),
                    "Use at most " + decimals + " decimals");
        }
    }

    private void checkNothingToPay() {
        campaign.states().values().stream().filter(State::pays).forEach(state -> {
            report.warning(
                    lines.of("states", state.id(), "pays"),
                    "state '" + state.id() + "' pays, but nothing has a price",
                    "Add order lines, or take 'pays' out");
        });
    }

    private void checkConfirmed() {
        if (!campaign.states().containsKey(campaign.start())) {
            return;
        }
        Set<String> unconfirmed = graph.reachable(
                campaign.start(), state -> !state.confirms() || state.when().isConditional());
        for (String id : unconfirmed) {
            State state = campaign.state(id);
            boolean sale = state.outcome().filter(Outcome.SALE::equals).isPresent();
            if (sale || (state.pays() && !state.confirms())) {
                report.error(
                        lines.of("states", id),
                        "state '" + id + "' can be reached before the order was read back",
                        "Put a state with confirms: true, and without 'when', on every way there");
            }
        }
        campaign.states().values().stream().filter(State::confirms).forEach(this::checkReadBack);
    }

    private void checkReadBack(State state) {
        for (String text : state.say()) {
            if (!text.contains("order.lines") && !text.contains("order.total")) {
                report.warning(
                        lines.of("states", state.id(), "say", text),
                        "state '" + state.id() + "' confirms without reading back what it costs",
                        "Add {{order.lines}} or {{order.total}}");
            }
        }
    }
}
