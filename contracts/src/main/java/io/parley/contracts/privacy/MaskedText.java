package io.parley.contracts.privacy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a customer said with card numbers, e-mail addresses and telephone numbers replaced by {@code <card>},
 * {@code <email>} and {@code <phone>}. Being masked is part of the type: there is no way to make one that is not.
 *
 * @param value the masked words; masking them again changes nothing
 */
public record MaskedText(@JsonValue String value) {

    @JsonCreator
    public MaskedText {
        value = Masker.mask(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
