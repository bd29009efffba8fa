package io.parley.orderflow.turn;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.privacy.MaskedText;
import io.parley.contracts.privacy.Masker;
import io.parley.orderflow.slot.CardReader;
import io.parley.orderflow.slot.SlotExtractor;
import java.text.Normalizer;

/**
 * What the customer said in this turn.
 *
 * @param raw tidied, with everything in the clear; only slots are taken from it
 * @param masked what models, session and transcript see
 */
public record Words(String raw, MaskedText masked) {

    static final int LONGEST = 2_000;

    /**
     * Tidies an utterance: compatibility forms, control and invisible characters and halves of such out, white space folded.
     *
     * @throws FaultException {@link Fault#UTTERANCE_TOO_LONG}
     */
    static Words of(String text) {
        if (text.length() > LONGEST) {
            throw new FaultException(
                    Fault.UTTERANCE_TOO_LONG,
                    "The text has " + text.length() + " characters; at most " + LONGEST + " are taken in one turn.");
        }
        String tidy = tidied(text);
        return new Words(tidy, new MaskedText(tidy));
    }

    /** The text as it is read. */
    public static String tidied(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
    }

    /** How many words there are. */
    int count() {
        return raw.isEmpty() ? 0 : raw.split(" ").length;
    }

    /** Whether digits came that are as many as a telephone number has. */
    boolean isNumbered() {
        return masked.value().contains(Masker.PHONE);
    }

    boolean isSilent() {
        return raw.isEmpty();
    }

    /** Whether something came that has no letter in it, figures, signs, pictures or colours of a terminal; a card number says something by itself. */
    boolean isWordless() {
        return SlotExtractor.legible(raw).codePoints().noneMatch(Character::isLetter) && !isCard();
    }

    /** Whether a card number came and not a word. */
    boolean isBareCard() {
        return raw.codePoints().noneMatch(Character::isLetter) && isCard();
    }

    private boolean isCard() {
        return masked.value().contains(Masker.CARD)
                && raw.codePoints().filter(Character::isDigit).count() <= CardReader.LONGEST;
    }
}
