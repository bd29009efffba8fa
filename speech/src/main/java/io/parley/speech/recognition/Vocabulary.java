package io.parley.speech.recognition;

import java.util.List;

/**
 * What customers of a campaign are likely to say; a language model is built from it, once per content hash.
 *
 * @param campaign the campaign's id
 * @param contentHash names the content: the same sentences have the same hash. Letters and digits, for it names files
 * @param sentences as they are written, one utterance each; numbers may be digits
 */
public record Vocabulary(String campaign, String contentHash, List<String> sentences) {
    /**
     * @throws IllegalArgumentException if the hash has anything but letters and digits
     */
    public Vocabulary {
        if (!contentHash.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("a vocabulary's hash is letters and digits, not '" + contentHash + "'");
        }
        sentences = List.copyOf(sentences);
    }
}
