package io.parley.speech.sphinx;

import edu.cmu.sphinx.decoder.scorer.SimpleAcousticScorer;
import edu.cmu.sphinx.decoder.search.SearchManager;
import edu.cmu.sphinx.frontend.DataBlocker;
import edu.cmu.sphinx.frontend.FrontEnd;
import edu.cmu.sphinx.frontend.denoise.Denoise;
import edu.cmu.sphinx.frontend.feature.DeltasFeatureExtractor;
import edu.cmu.sphinx.frontend.feature.FeatureTransform;
import edu.cmu.sphinx.frontend.filter.Preemphasizer;
import edu.cmu.sphinx.frontend.frequencywarp.MelFrequencyFilterBank;
import edu.cmu.sphinx.frontend.transform.DiscreteCosineTransform2;
import edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform;
import edu.cmu.sphinx.frontend.transform.Lifter;
import edu.cmu.sphinx.frontend.window.RaisedCosineWindower;
import edu.cmu.sphinx.result.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A front end and the searches made with it, over the acoustic model of all decoders. Hears one utterance at a time. */
final class SphinxDecoder {
    /** As the acoustic model was trained, by its {@code feat.params}. */
    private static final int MEL_BANDS = 25;

    private static final double LOWEST_HZ = 130;
    private static final double HIGHEST_HZ = 6800;
    private static final int CEPSTRA = 13;
    private static final int LIFTER = 22;

    private static final int SEARCHES_KEPT = 12;
    private static final int FRAMES_BETWEEN_PARTIALS = 20;

    private final FedSource source = new FedSource();
    private final Searches searches;
    private final Map<String, SearchManager> made = new LinkedHashMap<>(16, 0.75f, true);

    SphinxDecoder(Acoustics acoustics) {
        FrontEnd front = new FrontEnd(List.of(
                source,
                new DataBlocker(10),
                new Preemphasizer(0.97),
                new RaisedCosineWindower(0.46, 25.625f, 10f),
                new DiscreteFourierTransform(-1, false),
                new MelFrequencyFilterBank(LOWEST_HZ, HIGHEST_HZ, MEL_BANDS),
                new UpperBands(),
                new Denoise(0.7, 0.995, 0.5, 0.85, 0.2, 20, 4),
                new DiscreteCosineTransform2(MEL_BANDS, CEPSTRA),
                new Lifter(LIFTER),
                new UtteranceMean(),
                new DeltasFeatureExtractor(3),
                new FeatureTransform(acoustics.loader()),
                new Framing(new FrameScores(acoustics.loader().codebooks()))));
        front.initialize();
        searches = new Searches(acoustics, acoustics.dictionary(), new SimpleAcousticScorer(front, null));
    }

    FedSource source() {
        return source;
    }

    /** The search of that key, made if it is not there; those not used for longest are given up. */
    SearchManager search(String key, Function<Searches, SearchManager> make) {
        SearchManager there = made.get(key);
        if (there != null) {
            return there;
        }
        SearchManager search = make.apply(searches);
        made.put(key, search);
        if (made.size() > SEARCHES_KEPT) {
            made.remove(made.keySet().iterator().next());
        }
        return search;
    }

    /**
     * Decodes what the source gives until it ends.
     *
     * @param partials hears what was understood so far, every 200 ms of sound
     * @return the last result, if there was any frame to decode
     */
    @Nullable
    Result decode(SearchManager search, Consumer<String> partials) {
        search.startRecognition();
        try {
            Result last = null;
            Result next = search.recognize(FRAMES_BETWEEN_PARTIALS);
            while (next != null) {
                last = next;
                if (next.isFinal()) {
                    break;
                }
                partials.accept(next.getBestResultNoFiller());
                next = search.recognize(FRAMES_BETWEEN_PARTIALS);
            }
            return last;
        } finally {
            search.stopRecognition();
        }
    }
}
