package io.parley.standalone.bench;

import io.parley.neural.encoder.CacheUse;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.encoder.TextEncoder;
import java.util.Arrays;
import java.util.List;

/**
 * How often the encoders of this JVM had to encode a text and how often they knew it.
 *
 * @param hits texts they knew
 * @param misses texts they encoded
 */
record EncoderCache(long hits, long misses) {

    /** Since the JVM started. */
    static EncoderCache now() {
        List<CacheUse> uses = Arrays.stream(Pretrained.values())
                .map(pretrained -> TextEncoder.shared(pretrained).cacheUse())
                .toList();
        return new EncoderCache(
                uses.stream().mapToLong(CacheUse::hits).sum(),
                uses.stream().mapToLong(CacheUse::misses).sum());
    }

    EncoderCache since(EncoderCache earlier) {
        return new EncoderCache(hits - earlier.hits, misses - earlier.misses);
    }

    /** Hits among all look-ups, in [0, 1]; 0 if there was none. */
    double hitRate() {
        long lookUps = hits + misses;
        return lookUps == 0 ? 0 : (double) hits / lookUps;
    }
}
