package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.Slot;
import io.parley.orderflow.secret.Vault;
import java.util.List;
import java.util.Optional;

/** What may be kept and shown of values that are kept only until they are used. */
final class Secrets {

    private static final String USED = "•••• ";
    private static final int SHOWN_DIGITS = 4;

    private Secrets() {}

    static boolean isSecret(Campaign campaign, String slot) {
        return Optional.ofNullable(campaign.slots().get(slot))
                .filter(Slot::keepNever)
                .isPresent();
    }

    /** What may be shown of them once they were used. */
    static List<String> used(List<String> values) {
        return values.stream().map(Secrets::shown).toList();
    }

    /** As a session keeps them until they are used. */
    static List<String> sealed(List<String> values, Vault vault, String conversation) {
        return values.stream()
                .map(value -> Vault.isSealed(value) || value.startsWith(USED) ? value : vault.seal(value, conversation))
                .toList();
    }

    private static String shown(String secret) {
        if (secret.startsWith(USED)) {
            return secret;
        }
        boolean opaque = Vault.isSealed(secret) || secret.length() <= SHOWN_DIGITS;
        return opaque ? USED : USED + secret.substring(secret.length() - SHOWN_DIGITS);
    }
}
