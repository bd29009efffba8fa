package io.parley.orderflow.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Order ids, derived from the conversation: a turn that is taken again after a crash makes no second order. */
public final class OrderIds {

    /** Crockford's base 32: no letter that sounds or looks like another. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 10;
    private static final int BITS = 5;

    private OrderIds() {}

    /** Ten letters of the conversation id's SHA-256, in two groups for reading aloud: {@code P-7K3QX-9M2AB}. */
    public static String of(String conversationId) {
        byte[] digest = sha256(conversationId);
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = (bits << Byte.SIZE) | (digest[i] & 0xff);
        }
        StringBuilder id = new StringBuilder("P");
        for (int i = 0; i < LENGTH; i++) {
            if (i % (LENGTH / 2) == 0) {
                id.append('-');
            }
            id.append(ALPHABET.charAt((int) (bits >>> (Long.SIZE - BITS * (i + 1))) & (ALPHABET.length() - 1)));
        }
        return id.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
