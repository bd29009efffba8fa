package io.parley.modelservice.serving;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.encoder.TextEncoder;
import java.util.List;

/** What the encoders of a family tell about themselves. */
public final class EncoderMetrics {

    private EncoderMetrics() {}

    /** {@code text.encoder.cache.hit.rate} of each encoder. */
    public static MeterBinder of(List<Pretrained> encoders) {
        return meters -> {
            for (Pretrained pretrained : encoders) {
                Gauge.builder(
                                "text.encoder.cache.hit.rate",
                                TextEncoder.shared(pretrained),
                                encoder -> encoder.cacheUse().hitRate())
                        .description("texts found in the cache of encodings, among all")
                        .tag("encoder", pretrained.id())
                        .register(meters);
            }
        };
    }
}
