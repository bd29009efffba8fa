package io.parley.orderflow.response;

/**
 * A reply as it is said.
 *
 * @param bucket whose variant it is
 * @param variant which one, from 0
 * @param text filled
 */
public record Rendering(String bucket, int variant, String text) {

    /** As it is recorded: {@code ask-name#2}. */
    public String template() {
        return bucket + "#" + variant;
    }
}
