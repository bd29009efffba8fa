package io.parley.neural.encoder;

/**
 * How well the cache of encodings does.
 *
 * @param hits texts found, since the start
 * @param misses texts that had to be encoded
 */
public record CacheUse(long hits, long misses) {

    /** Hits among all look-ups, in [0, 1]; 1 before the first. */
    public double hitRate() {
        long lookUps = hits + misses;
        return lookUps == 0 ? 1 : (double) hits / lookUps;
    }
}
