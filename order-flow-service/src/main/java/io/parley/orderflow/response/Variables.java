package io.parley.orderflow.response;

import io.parley.campaign.PriceLine;
import io.parley.campaign.Slot;
import io.parley.orderflow.order.Cart;
import io.parley.orderflow.order.MoneyFormat;
import io.parley.orderflow.slot.SlotFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds the text of a template's variable. */
final class Variables {

    private final Known known;
    private final Examples examples;

    Variables(Known known, Examples examples) {
        this.known = known;
        this.examples = examples;
    }

    /** The variable's text, or nothing while it is unknown. */
    Optional<String> valueOf(String variable) {
        return switch (variable) {
            case "example" ->
                Optional.of(Quotes.around(examples.of(known), known.campaign().locale()));
            case "fact.answer" -> known.telling().map(Telling::answer).flatMap(this::nested);
            case "fact.pitch" -> known.telling().flatMap(Telling::pitch).flatMap(this::nested);
            case "order.id" -> known.orderId();
            case "order.lines" -> cart().map(cart -> cart.describe(known.campaign()));
            case "order.total" -> cart().map(Cart::total).map(this::money);
            default -> Optional.ofNullable(known.others().get(variable)).or(() -> ofSlotOrLine(variable));
        };
    }

    /** Facts are templates themselves: prices and slot values stand in them. */
    private Optional<String> nested(String text) {
        Known toldOfNothing = new Known(
                known.campaign(), known.state(), known.values(), Optional.empty(), known.orderId(), known.others());
        return Template.fill(text, new Variables(toldOfNothing, examples)::valueOf);
    }

    private Optional<Cart> cart() {
        return Cart.settled(known.campaign(), known.state(), known.values());
    }

    private Optional<String> ofSlotOrLine(String variable) {
        int dot = variable.indexOf('.');
        String name = dot < 0 ? variable : variable.substring(0, dot);
        String aspect = dot < 0 ? "" : variable.substring(dot + 1);
        Optional<Slot> slot = Optional.ofNullable(known.campaign().slots().get(name));
        return switch (aspect) {
            case "" ->
                slot.filter(found -> known.values().containsKey(name))
                        .map(found -> SlotFormat.say(known.campaign(), found, values(name)));
            case "options" -> slot.map(found -> SlotFormat.options(known.campaign(), found));
            case "price" -> slot.flatMap(this::priceOfChosen).map(this::money);
            case "amount" -> fixedAmount(name).map(this::money);
            default -> Optional.empty();
        };
    }

    private Optional<BigDecimal> priceOfChosen(Slot slot) {
        List<BigDecimal> prices = values(slot.name()).stream()
                .map(slot.options()::get)
                .filter(Objects::nonNull)
                .flatMap(option -> option.price().stream())
                .toList();
        return prices.stream().reduce(BigDecimal::add);
    }

    private Optional<BigDecimal> fixedAmount(String line) {
        return known.campaign().lines().stream()
                .filter(PriceLine.Fixed.class::isInstance)
                .map(PriceLine.Fixed.class::cast)
                .filter(fixed -> fixed.id().equals(line))
                .map(PriceLine.Fixed::amount)
                .findFirst();
    }

    private List<String> values(String slot) {
        return known.values().getOrDefault(slot, List.of());
    }

    private String money(BigDecimal amount) {
        return MoneyFormat.format(amount, known.campaign());
    }
}
