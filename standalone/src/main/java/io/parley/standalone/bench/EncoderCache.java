package io.parley.standalone.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;

/**
 * How often the model services had to encode a text and how often they knew it, since they started.
 *
 * @param hits texts they knew
 * @param misses texts they encoded
 */
record EncoderCache(double hits, double misses) {

    /** Reads the counters of those services, as they publish them for Prometheus. */
    static EncoderCache of(Collection<URI> services) throws IOException, InterruptedException {
        double hits = 0;
        double misses = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (URI service : services) {
                String metrics = client.send(
                                HttpRequest.newBuilder(service.resolve("/actuator/prometheus"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
                hits += sum(metrics, "hit");
                misses += sum(metrics, "miss");
            }
        }
        return new EncoderCache(hits, misses);
    }

    EncoderCache since(EncoderCache earlier) {
        return new EncoderCache(hits - earlier.hits, misses - earlier.misses);
    }

    /** Hits among all look-ups, in [0, 1]; 0 if there was none. */
    double hitRate() {
        return hits + misses == 0 ? 0 : hits / (hits + misses);
    }

    private static double sum(String metrics, String result) {
        return metrics.lines()
                .filter(line -> line.startsWith("encoder_cache") && line.contains("result=\"" + result + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
