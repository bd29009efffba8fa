package io.parley.campaign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Values of slots as writers put them into files: in their canonical form, or so close to it that it is clear. */
final class CanonicalValue {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
    private static final Pattern PHONE = Pattern.compile("\\+\\d{6,15}");
    private static final Pattern CARD = Pattern.compile("\\d{12,19}");

    private CanonicalValue() {}

    /** The canonical form, or nothing if it is no value of that slot. */
    static Optional<String> of(Slot slot, String written) {
        return switch (slot.type()) {
            case CHOICE -> Optional.of(written).filter(slot.options()::containsKey);
            case INTEGER ->
                Numbers.parse(written)
                        .filter(number -> number.stripTrailingZeros().scale() <= 0)
                        .map(Numbers::canonical);
            case NUMBER, MONEY -> Numbers.parse(written).map(Numbers::canonical);
            case DATE -> temporal(() -> LocalDate.parse(written).toString());
            case TIME -> temporal(() -> LocalTime.parse(written).toString());
            case DATE_TIME -> temporal(() -> LocalDateTime.parse(written).toString());
            case EMAIL -> Optional.of(written).filter(EMAIL.asMatchPredicate());
            case PHONE -> Optional.of(written).filter(PHONE.asMatchPredicate());
            case CARD_NUMBER -> Optional.of(written).filter(CARD.asMatchPredicate());
            case YES_NO ->
                switch (written) {
                    case "yes", "true" -> Optional.of("yes");
                    case "no", "false" -> Optional.of("no");
                    default -> Optional.empty();
                };
            case PERSON_NAME, PLACE, TEXT -> Optional.of(written);
        };
    }

    /** What to write for that slot. */
    static String remedy(Slot slot, String written) {
        return switch (slot.type()) {
            case CHOICE -> Suggestion.remedy(written, slot.options().keySet());
            case INTEGER -> "Write a whole number such as 2";
            case NUMBER, MONEY -> "Write a plain number such as 25 or 1.50";
            case DATE -> "Write a date such as 2026-03-09";
            case TIME -> "Write a time such as 15:30";
            case DATE_TIME -> "Write a date and time such as 2026-03-09T15:30";
            case EMAIL -> "Write an e-mail address in lower case";
            case PHONE -> "Write a number with its country code, such as +12125550123";
            case CARD_NUMBER -> "Write the digits only";
            case YES_NO -> "Write yes or no";
            case PERSON_NAME, PLACE, TEXT -> "Write a text";
        };
    }

    private static Optional<String> temporal(Supplier<String> parsing) {
        try {
            return Optional.of(parsing.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
