package io.parley.orderflow.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Seals values with AES-256-GCM (NIST SP 800-38D) under the installation's key. Thread-safe. */
@Component
public final class Vault {

    private static final String SEALED = "sealed:v1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Vault(SecretProperties properties) {
        key = new SecretKeySpec(Base64.getDecoder().decode(properties.key()), "AES");
    }

    public static boolean isSealed(String value) {
        return value.startsWith(SEALED);
    }

    /** What is left of a sealed value where nobody shall ever open it: that there was one. */
    public static String emptied(String value) {
        return isSealed(value) ? SEALED : value;
    }

    /** The value, readable only with the key and only as part of the same context. */
    public String seal(String value, String context) {
        return seal(value.getBytes(StandardCharsets.UTF_8), context);
    }

    /** As {@link #seal(String, String)}. */
    public String seal(byte[] value, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, value, context);
        byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return SEALED + Base64.getEncoder().encodeToString(whole);
    }

    /**
     * @throws IllegalStateException if the value was sealed under another key or context, or was changed
     */
    public String open(String sealed, String context) {
        return new String(openBytes(sealed, context), StandardCharsets.UTF_8);
    }

    /**
     * @throws IllegalStateException if the value was sealed under another key or context, or was changed
     */
    public byte[] openBytes(String sealed, String context) {
        byte[] whole = Base64.getDecoder().decode(sealed.substring(SEALED.length()));
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        byte[] body = Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
        return apply(Cipher.DECRYPT_MODE, nonce, body, context);
    }

    /**
     * Names a value without telling it: HMAC-SHA-256 under the installation's key, hexadecimal. The same value of the same
     * context has the same name, and without the key nobody can try values out.
     */
    public String fingerprint(String value, String context) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            mac.update(context.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private byte[] apply(int mode, byte[] nonce, byte[] text, String context) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value cannot be opened: was parley.secrets.key changed?", e);
        }
    }
}
