package io.parley.campaign;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of value a slot takes. The canonical text of each is given beside it. */
public enum SlotType {
    /** An option's id. */
    CHOICE,
    /** Decimal digits, with a minus where negative. */
    INTEGER,
    /** A plain decimal, point as separator. */
    NUMBER,
    /** A plain decimal in the campaign's currency. */
    MONEY,
    /** ISO date, {@code 2026-03-09}. */
    DATE,
    /** ISO local time, {@code 15:30}. */
    TIME,
    /** ISO local date and time, {@code 2026-03-09T15:30}. */
    DATE_TIME,
    /** The name as it is written in a letter, {@code Jane Roe}. */
    PERSON_NAME,
    /** The place as the customer named it, tidied. */
    PLACE,
    /** The address in lower case. */
    EMAIL,
    /** E.164, {@code +12125550123}. */
    PHONE,
    /** Digits only. */
    CARD_NUMBER,
    /** {@code yes} or {@code no}. */
    YES_NO,
    /** The customer's words, trimmed. */
    TEXT;

    /** As it stands in {@code flow.yaml}: {@code person-name}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SlotType> of(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst();
    }
}
