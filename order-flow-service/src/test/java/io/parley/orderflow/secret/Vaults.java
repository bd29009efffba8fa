package io.parley.orderflow.secret;

import java.util.Base64;
import java.util.regex.Pattern;

/** Vaults for tests of what is sealed in them. */
public final class Vaults {

    private static final int KEY_BYTES = 32;
    private static final Pattern SEALED = Pattern.compile("sealed:v1:[A-Za-z0-9+/=]+");

    private Vaults() {}

    /** @param key vaults of the same number open what the others sealed */
    public static Vault withKey(int key) {
        byte[] bytes = new byte[KEY_BYTES];
        bytes[0] = (byte) key;
        return new Vault(new SecretProperties(Base64.getEncoder().encodeToString(bytes)));
    }

    /**
     * What can be read of a text without any key. What is sealed looks like chance, and chance spells any three letters
     * soon enough; whoever looks for short words looks here.
     */
    public static String legible(String text) {
        return SEALED.matcher(text).replaceAll("sealed:v1:");
    }
}
