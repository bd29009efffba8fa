package io.parley.orderflow.slot;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads telephone numbers; without a country code they are taken to be of the campaign's country. */
final class PhoneReader {

    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;

    /** Fewer digits than this are no attempt at a telephone number. */
    private static final int ATTEMPT = 5;

    private static final String DEFAULT_REGION = "US";

    private PhoneReader() {}

    /** @param wanted whether a number was asked for, so that too few digits are a mistake and not something else */
    static List<Mention> read(Utterance utterance, Words words, Locale locale, boolean wanted) {
        List<Mention> found = new ArrayList<>();
        for (DigitRun run : DigitRun.all(utterance, words)) {
            int length = run.digits().length();
            if (!utterance.isFree(run.from(), run.to()) || length < ATTEMPT) {
                continue;
            }
            if (length >= SHORTEST && length <= LONGEST) {
                found.add(parse(run, locale));
            } else if (wanted) {
                found.add(Mention.refused(run.from(), run.to(), Refusal.MALFORMED));
            }
        }
        return found;
    }

    private static Mention parse(DigitRun run, Locale locale) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        String region = locale.getCountry().isEmpty() ? DEFAULT_REGION : locale.getCountry();
        try {
            PhoneNumber number = numbers.parse((run.international() ? "+" : "") + run.digits(), region);
            // Not isValidNumber: numbers set aside for examples, such as 212 555 0123, are not in service.
            if (numbers.isPossibleNumber(number)) {
                return Mention.of(run.from(), run.to(), numbers.format(number, PhoneNumberFormat.E164));
            }
        } catch (NumberParseException e) {
            return Mention.refused(run.from(), run.to(), Refusal.MALFORMED);
        }
        return Mention.refused(run.from(), run.to(), Refusal.MALFORMED);
    }
}
