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
import edu.cmu.sphinx.linguist.Linguist;
import edu.cmu.sphinx.linguist.acoustic.AcousticModel;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Loader;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.util.props.ConfigurationManager;
import io.parley.speech.language.Lexicon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One acoustic model with its front end and the searches made with it. Not thread-safe: Sphinx4 keeps the scores of the last
 * frame within the model.
 */
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

    SphinxDecoder() {
        try {
            ConfigurationManager parts =
                    new ConfigurationManager(Objects.requireNonNull(SphinxDecoder.class.getResource("acoustics.xml")));
            UnitManager units = (UnitManager) parts.lookup("units");
            Loader loader = (Loader) parts.lookup("loader");
            AcousticModel acoustics = (AcousticModel) parts.lookup("acousticModel");
            acoustics.allocate();
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
                    new FeatureTransform(loader)));
            front.initialize();
            searches = new Searches(
                    acoustics,
                    units,
                    new SphinxDictionary(Lexicon.english(), units),
                    new SimpleAcousticScorer(front, null),
                    loader,
                    (Linguist) parts.lookup("phones"));
        } catch (IOException e) {
            throw new UncheckedIOException("the acoustic model cannot be read from the class path", e);
        }
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
