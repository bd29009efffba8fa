package io.parley.orderflow.slot;

import io.parley.campaign.Campaign;
import io.parley.campaign.Option;
import io.parley.campaign.Slot;
import io.parley.orderflow.order.MoneyFormat;
import java.math.BigDecimal;
import java.text.ListFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** Says canonical values the way people do, in the campaign's language. */
public final class SlotFormat {

    private SlotFormat() {}

    /**
     * A slot's value for a sentence: {@code Friday, June 5, 2026}, {@code $25}, {@code a note and a wax seal}.
     *
     * @param canonical at least one value
     */
    public static String say(Campaign campaign, Slot slot, List<String> canonical) {
        List<String> said =
                canonical.stream().map(value -> one(campaign, slot, value)).toList();
        return join(campaign.locale(), ListFormat.Type.STANDARD, said);
    }

    /** The values as people say that they do not want them: {@code without a note and a wax seal}. */
    public static String sayWithout(Campaign campaign, Slot slot, List<String> canonical) {
        return Words.of(campaign.locale()).text("say-without").replace("{values}", say(campaign, slot, canonical));
    }

    /** What can be chosen: {@code flowers or a rocket}; empty for a slot that is no choice. */
    public static String options(Campaign campaign, Slot slot) {
        List<String> options = slot.options().values().stream().map(Option::say).toList();
        return join(campaign.locale(), ListFormat.Type.OR, options);
    }

    /** The values for people who may not know them: personal ones hidden. */
    public static String masked(Slot slot, List<String> values) {
        return slot.personal() || slot.keepNever()
                ? "<" + slot.name().replace('_', '-') + ">"
                : String.join(", ", values);
    }

    private static String join(Locale locale, ListFormat.Type type, List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : ListFormat.getInstance(locale, type, ListFormat.Style.FULL).format(parts);
    }

    private static String one(Campaign campaign, Slot slot, String value) {
        Locale locale = campaign.locale();
        Words words = Words.of(locale);
        if (slot.optional() && value.equals(Extraction.NONE)) {
            return words.text("say-nothing");
        }
        return switch (slot.type()) {
            case CHOICE -> {
                Option option = slot.options().get(value);
                yield option == null ? value : option.say();
            }
            case INTEGER, NUMBER -> NumberFormat.getInstance(locale).format(new BigDecimal(value));
            case MONEY -> MoneyFormat.format(new BigDecimal(value), campaign);
            case DATE -> date(LocalDate.parse(value), locale);
            case TIME -> time(LocalTime.parse(value), locale);
            case DATE_TIME -> {
                LocalDateTime moment = LocalDateTime.parse(value);
                yield words.text("say-date-time")
                        .replace("{date}", date(moment.toLocalDate(), locale))
                        .replace("{time}", time(moment.toLocalTime(), locale));
            }
            case YES_NO -> words.text("say-" + value);
            case PERSON_NAME, PLACE, EMAIL, PHONE, CARD_NUMBER, TEXT -> value;
        };
    }

    private static String date(LocalDate date, Locale locale) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale));
    }

    private static String time(LocalTime time, Locale locale) {
        DateTimeFormatter format = new DateTimeFormatterBuilder()
                .appendLocalized(null, FormatStyle.SHORT)
                .toFormatter(locale);
        // CLDR parts hours and AM by a narrow no-break space, which speech and many fonts do not know.
        return time.format(format).replace('\u202F', ' ');
    }
}
