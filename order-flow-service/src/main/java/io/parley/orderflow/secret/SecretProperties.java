package io.parley.orderflow.secret;

import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param key 32 random bytes, base64; every instance needs the same. Without it nothing starts
 */
@ConfigurationProperties("parley.secrets")
public record SecretProperties(String key) {

    private static final int KEY_BYTES = 32;

    public SecretProperties {
        if (key == null || !isKey(key)) {
            throw new IllegalArgumentException("parley.secrets.key must be " + KEY_BYTES
                    + " random bytes in base64; make one with: openssl rand -base64 " + KEY_BYTES);
        }
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "SecretProperties[key=…]";
    }
}
