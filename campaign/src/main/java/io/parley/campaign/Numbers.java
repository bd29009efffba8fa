package io.parley.campaign;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as they stand in files. */
final class Numbers {

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

    private Numbers() {}

    /** A plain decimal, or nothing. */
    static Optional<BigDecimal> parse(String written) {
        return PLAIN.matcher(written).matches() ? Optional.of(new BigDecimal(written)) : Optional.empty();
    }

    /** The one way to write a number: no exponent, no zeros at the end of its fraction. */
    static String canonical(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
