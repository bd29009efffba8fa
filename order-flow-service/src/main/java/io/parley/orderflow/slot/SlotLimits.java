package io.parley.orderflow.slot;

import io.parley.campaign.Campaign;
import io.parley.campaign.Slot;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks values against what a slot allows besides its type. */
public final class SlotLimits {

    private SlotLimits() {}

    /**
     * Why a value is not acceptable, if so.
     *
     * @param canonical the value; {@link Extraction#NONE} of an optional slot is always acceptable
     * @param known canonical values of other slots, for limits such as {@code after: departure_date}
     * @param now in the campaign's timezone
     * @return a reason as in {@link Extraction#invalid()}; empty if the value is acceptable
     */
    public static Optional<String> accepts(
            Campaign campaign, Slot slot, String canonical, Map<String, List<String>> known, ZonedDateTime now) {
        if (slot.optional() && canonical.equals(Extraction.NONE)) {
            return Optional.empty();
        }
        return refuse(campaign.slots(), slot, canonical, known, now).map(Refusal::label);
    }

    /** Likewise, by the campaign's slots. */
    static Optional<Refusal> refuse(
            Map<String, Slot> slots, Slot slot, String canonical, Map<String, List<String>> known, ZonedDateTime now) {
        try {
            Optional<Refusal> byType = switch (slot.type()) {
                case CHOICE ->
                    slot.options().containsKey(canonical) ? Optional.empty() : Optional.of(Refusal.NOT_AN_OPTION);
                case INTEGER, NUMBER, MONEY -> number(slot, new BigDecimal(canonical));
                case DATE, TIME, DATE_TIME -> time(slots, slot, canonical, known, now);
                case PERSON_NAME, PLACE, TEXT -> length(slot, canonical);
                case CARD_NUMBER ->
                    CardReader.passesChecksum(canonical) ? Optional.empty() : Optional.of(Refusal.BAD_CHECKSUM);
                case EMAIL, PHONE, YES_NO -> Optional.empty();
            };
            return byType.or(() -> pattern(slot, canonical));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.of(Refusal.MALFORMED);
        }
    }

    private static Optional<Refusal> number(Slot slot, BigDecimal value) {
        if (slot.limits()
                .min()
                .filter(min -> value.compareTo(new BigDecimal(min)) < 0)
                .isPresent()) {
            return Optional.of(Refusal.TOO_LOW);
        }
        return slot.limits()
                .max()
                .filter(max -> value.compareTo(new BigDecimal(max)) > 0)
                .map(max -> Refusal.TOO_HIGH);
    }

    private static Optional<Refusal> length(Slot slot, String value) {
        int length = value.codePointCount(0, value.length());
        if (slot.limits().min().filter(min -> length < Integer.parseInt(min)).isPresent()) {
            return Optional.of(Refusal.TOO_LOW);
        }
        return slot.limits().max().filter(max -> length > Integer.parseInt(max)).map(max -> Refusal.TOO_HIGH);
    }

    private static Optional<Refusal> pattern(Slot slot, String value) {
        return slot.limits()
                .pattern()
                .filter(pattern -> !Patterns.of(pattern).matcher(value).matches())
                .map(pattern -> Refusal.MALFORMED);
    }

    private static Optional<Refusal> time(
            Map<String, Slot> slots, Slot slot, String canonical, Map<String, List<String>> known, ZonedDateTime now) {
        Moment value = Moment.parse(canonical);
        Slot.Limits limits = slot.limits();
        Optional<Moment> after = limits.after().flatMap(limit -> moment(limit, slots, known, now));
        if (after.filter(limit -> value.compareTo(limit) <= 0).isPresent()) {
            return Optional.of(value.compareTo(Moment.at(now)) <= 0 ? Refusal.PAST : Refusal.TOO_LOW);
        }
        Optional<Moment> before = limits.before().flatMap(limit -> moment(limit, slots, known, now));
        if (before.filter(limit -> value.compareTo(limit) >= 0).isPresent()) {
            return Optional.of(Refusal.TOO_HIGH);
        }
        if (limits.min().filter(min -> value.compareTo(Moment.parse(min)) < 0).isPresent()) {
            return Optional.of(Refusal.TOO_LOW);
        }
        return limits.max()
                .filter(max -> value.compareTo(Moment.parse(max)) > 0)
                .map(max -> Refusal.TOO_HIGH);
    }

    private static Optional<Moment> moment(
            String limit, Map<String, Slot> slots, Map<String, List<String>> known, ZonedDateTime now) {
        return switch (limit) {
            case "now" -> Optional.of(Moment.at(now));
            case "today" -> Optional.of(new Moment(Optional.of(now.toLocalDate()), Optional.empty()));
            default ->
                Optional.ofNullable(slots.get(limit))
                        .map(slot -> known.getOrDefault(slot.name(), List.of()))
                        .filter(values ->
                                !values.isEmpty() && !values.getFirst().equals(Extraction.NONE))
                        .map(values -> Moment.parse(values.getFirst()));
        };
    }

    /** A date, a time or both; two are compared by what both have. */
    record Moment(Optional<LocalDate> date, Optional<LocalTime> time) {

        static Moment at(ZonedDateTime now) {
            return new Moment(Optional.of(now.toLocalDate()), Optional.of(now.toLocalTime()));
        }

        static Moment parse(String canonical) {
            if (canonical.indexOf('T') >= 0) {
                LocalDateTime both = LocalDateTime.parse(canonical);
                return new Moment(Optional.of(both.toLocalDate()), Optional.of(both.toLocalTime()));
            }
            return canonical.indexOf('-') >= 0
                    ? new Moment(Optional.of(LocalDate.parse(canonical)), Optional.empty())
                    : new Moment(Optional.empty(), Optional.of(LocalTime.parse(canonical)));
        }

        /** The date of a canonical date or date and time. */
        static Optional<LocalDate> parseDate(String canonical) {
            return canonical.indexOf('-') >= 0 ? parse(canonical).date() : Optional.empty();
        }

        int compareTo(Moment other) {
            int byDate = date.isPresent() && other.date().isPresent()
                    ? date.get().compareTo(other.date().get())
                    : 0;
            return byDate == 0 && time.isPresent() && other.time().isPresent()
                    ? time.get().compareTo(other.time().get())
                    : byDate;
        }
    }
}
