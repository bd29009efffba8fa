package io.parley.orderflow.order;

import io.parley.campaign.Campaign;
import io.parley.campaign.Option;
import io.parley.campaign.PriceLine;
import io.parley.campaign.Slot;
import io.parley.campaign.State;
import io.parley.contracts.order.OrderLine;
import io.parley.orderflow.flow.Ahead;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.ListFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an order costs for what is known.
 *
 * @param lines each at least one piece
 * @param total their sum
 */
public record Cart(List<OrderLine> lines, BigDecimal total) {

    public Cart {
        lines = List.copyOf(lines);
    }

    /**
     * Prices what is known. A choice that was never asked for is no line, and an unknown multiplier counts one.
     *
     * @param values canonical values by slot, defaults included
     */
    public static Cart of(Campaign campaign, Map<String, List<String>> values) {
        List<OrderLine> lines = new ArrayList<>();
        for (PriceLine line : campaign.lines()) {
            if (!line.when().holds(values)) {
                continue;
            }
            long quantity = line.per()
                    .flatMap(slot ->
                            values.getOrDefault(slot, List.of()).stream().findFirst())
                    .map(number -> new BigDecimal(number)
                            .setScale(0, RoundingMode.CEILING)
                            .longValueExact())
                    .orElse(1L);
            switch (line) {
                case PriceLine.Fixed fixed ->
                    lines.add(priced(fixed.id(), fixed.say(), quantity, fixed.amount(), campaign));
                case PriceLine.OfChoice choice -> {
                    Slot slot = campaign.slot(choice.slot());
                    values.getOrDefault(slot.name(), List.of()).stream()
                            .map(slot.options()::get)
                            .filter(Objects::nonNull)
                            .map(option -> priced(option, quantity, campaign))
                            .forEach(lines::add);
                }
            }
        }
        return new Cart(
                lines.stream().filter(line -> line.quantity() > 0).toList(),
                lines.stream().map(OrderLine::amount).reduce(zero(campaign), BigDecimal::add));
    }

    /**
     * The same for what is said to customers.
     *
     * @param state where the conversation is
     * @return nothing while something that decides the price is unknown and may still be asked for from here on
     */
    public static Optional<Cart> settled(Campaign campaign, State state, Map<String, List<String>> values) {
        Set<String> ahead = Ahead.of(campaign, state, values);
        boolean open = campaign.lines().stream()
                .filter(line -> line.when().holds(values))
                .flatMap(line -> line.needs(campaign))
                .anyMatch(slot -> !values.containsKey(slot) && ahead.contains(slot));
        return open ? Optional.empty() : Optional.of(of(campaign, values));
    }

    /** The lines for people: {@code 2 × rocket $60 and 2 × Ribbon $4}. */
    public String describe(Campaign campaign) {
        if (lines.isEmpty()) {
            return "";
        }
        List<String> parts = lines.stream()
                .map(line -> line.quantity() == 1
                        ? line.say() + " " + MoneyFormat.format(line.amount(), campaign)
                        : line.quantity() + " × " + withoutArticle(line.say()) + " "
                                + MoneyFormat.format(line.amount(), campaign))
                .toList();
        return ListFormat.getInstance(campaign.locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(parts);
    }

    private static OrderLine priced(Option option, long quantity, Campaign campaign) {
        return priced(option.id(), option.say(), quantity, option.price().orElse(BigDecimal.ZERO), campaign);
    }

    private static OrderLine priced(String id, String say, long quantity, BigDecimal price, Campaign campaign) {
        BigDecimal scaled = price.setScale(decimals(campaign), RoundingMode.HALF_UP);
        return new OrderLine(id, say, quantity, scaled, scaled.multiply(BigDecimal.valueOf(quantity)));
    }

    private static BigDecimal zero(Campaign campaign) {
        return BigDecimal.ZERO.setScale(decimals(campaign));
    }

    private static int decimals(Campaign campaign) {
        return Math.max(0, campaign.currency().getDefaultFractionDigits());
    }

    /** As a line names it: {@code comfort cabin} for {@code a comfort cabin}. */
    public static String withoutArticle(String say) {
        return say.replaceFirst("^(?i:an?|the|eine?n?|der|die|das)\\s+", "");
    }
}
