package io.parley.orderflow.campaign;

import io.parley.campaign.Fact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names what facts say: the same facts in the same order give the same hash, whoever wrote them. */
final class FactsHash {

    private static final int BYTES = 6;

    private FactsHash() {}

    /** The first bytes of their content's SHA-256, hexadecimal. */
    static String of(List<Fact> facts) {
        String content = facts.stream().map(Fact::content).toList().toString();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
