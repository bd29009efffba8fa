package io.parley.speech.sphinx;

import edu.cmu.sphinx.decoder.search.SearchManager;
import edu.cmu.sphinx.result.Result;
import io.parley.speech.Resampling;
import io.parley.speech.Sound;
import io.parley.speech.recognition.Expectation;
import io.parley.speech.recognition.Heard;
import io.parley.speech.recognition.Hypothesis;
import io.parley.speech.recognition.Listening;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One utterance on its way through a decoder, which a thread of its own keeps busy as sound comes in. */
final class SphinxListening implements Listening {
    private final FedSource source;
    private final NoiseFloor noise = new NoiseFloor();
    private final CompletableFuture<Heard> heard;
    private volatile String partial = "";
    private @Nullable Resampling widening;
    private int rate;
    private boolean ended;
    private boolean closed;

    SphinxListening(
            SphinxDecoder decoder,
            Function<SphinxDecoder, SearchManager> search,
            Expectation expects,
            Executor thread,
            Runnable afterwards) {
        this.source = decoder.source();
        source.restart();
        this.heard = CompletableFuture.supplyAsync(() -> decode(decoder, search, expects), thread)
                .whenComplete((result, failure) -> afterwards.run());
    }

    private Heard decode(SphinxDecoder decoder, Function<SphinxDecoder, SearchManager> search, Expectation expects) {
        Result result = decoder.decode(search.apply(decoder), understood -> partial = understood);
        long began = System.nanoTime();
        List<Hypothesis> best = result == null ? List.of() : ResultReading.read(result, expects);
        double fit = best.isEmpty() || result == null ? Double.NaN : ResultReading.fit(result);
        return new Heard(best, source.worked().plus(Duration.ofNanos(System.nanoTime() - began)), fit);
    }

    @Override
    public void hear(Sound chunk) {
        listening();
        if (rate != 0 && rate != chunk.rate()) {
            throw new IllegalArgumentException(
                    "an utterance keeps its rate; it began at " + rate + " and goes on at " + chunk.rate());
        }
        rate = chunk.rate();
        short[] samples = chunk.samples();
        if (rate == Sound.TELEPHONE) {
            widening = widening == null ? Resampling.of(Sound.TELEPHONE, Sound.WIDE) : widening;
            samples = widening.next(samples);
        }
        source.feed(noise.over(samples));
    }

    @Override
    public Optional<String> partial() {
        return Optional.of(partial).filter(text -> !text.isBlank());
    }

    @Override
    public Heard end() {
        listening();
        ended = true;
        source.end();
        return heard.join();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (!ended) {
                source.giveUp();
            }
        }
    }

    private void listening() {
        if (ended || closed) {
            throw new IllegalStateException("this utterance is over; listen to the next one");
        }
    }
}
