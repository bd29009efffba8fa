package io.parley.standalone.replay;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A conversation, or one turn of it.
 *
 * @param turn its number, from 1; absent for all
 */
record TurnAddress(String conversation, OptionalInt turn) {

    private static final Pattern ADDRESS = Pattern.compile("([^:\\s]+)(?::([1-9][0-9]{0,5}))?");

    /** Reads {@code CONVERSATION} or {@code CONVERSATION:TURN}. */
    static final class Converter implements ITypeConverter<TurnAddress> {

        @Override
        public TurnAddress convert(String value) {
            Matcher address = ADDRESS.matcher(value);
            if (!address.matches()) {
                throw new TypeConversionException(
                        "'" + value + "' is neither CONVERSATION nor CONVERSATION:TURN with a turn from 1");
            }
            String turn = address.group(2);
            return new TurnAddress(
                    address.group(1), turn == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(turn)));
        }
    }
}
