package io.parley.gateway.upstream;

/**
 * What the gateway reads of a comparison of two versions.
 *
 * @param onlyFirst rows that only the first gets right
 * @param onlySecond rows that only the second gets right
 */
public record VersionComparison(
        int rows, double firstAccuracy, double secondAccuracy, int onlyFirst, int onlySecond, McNemar mcNemar) {

    /** @param p how probable so uneven a split is between versions that are equally good */
    public record McNemar(double p) {}
}
