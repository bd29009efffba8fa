package io.parley.orderflow.turn;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What is drawn by lot for a new conversation.
 *
 * @param id 128 random bits, base64url
 * @param token 256 random bits, base64url; only its hash is kept
 * @param seed decides which equivalent replies are said
 */
record Credentials(String id, String token, long seed) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;
    private static final int TOKEN_BYTES = 32;

    static Credentials random() {
        return new Credentials(text(ID_BYTES), text(TOKEN_BYTES), RANDOM.nextLong());
    }

    Credentials withSeed(long other) {
        return new Credentials(id, token, other);
    }

    /** SHA-256 of the token, hexadecimal. A token has full entropy, so it needs neither salt nor stretching. */
    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Compares in constant time. */
    static boolean matches(String token, String hash) {
        return MessageDigest.isEqual(
                hash(token).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
