package io.parley.orderflow.secret;

import java.util.Base64;

/** Vaults for tests of what is sealed in them. */
public final class Vaults {

    private static final int KEY_BYTES = 32;

    private Vaults() {}

    /** @param key vaults of the same number open what the others sealed */
    public static Vault withKey(int key) {
        byte[] bytes = new byte[KEY_BYTES];
        bytes[0] = (byte) key;
        return new Vault(new SecretProperties(Base64.getEncoder().encodeToString(bytes)));
    }
}
