package io.parley.speech.sphinx;

import edu.cmu.sphinx.decoder.search.SearchManager;
import io.parley.speech.grammar.Grammars;
import io.parley.speech.grammar.Phrase;
import io.parley.speech.language.NgramModel;
import io.parley.speech.language.SalesLanguage;
import io.parley.speech.recognition.Expectation;
import io.parley.speech.recognition.Listening;
import io.parley.speech.recognition.NoDecoderFreeException;
import io.parley.speech.recognition.SpeechRecognizer;
import io.parley.speech.recognition.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The embedded recogniser: a bounded pool of decoders over one acoustic model, and a language model for each vocabulary. As far as
 * the pool goes there are always two decoders more than were ever busy at once, since a caller takes two and their searches take
 * a moment to make.
 */
public final class SphinxRecognizer implements SpeechRecognizer {
    private static final String NAME = "sphinx4";
    private static final int SPARE = 2;

    /** Sphinx4 logs every step; kept here, since a logger nobody holds forgets its level. */
    private static final Logger CHATTER = Logger.getLogger("edu.cmu.sphinx");

    private final Acoustics acoustics = Acoustics.load();
    private final int size;
    private final BlockingQueue<SphinxDecoder> free;
    private final ExecutorService threads;
    private final Map<String, NgramModel> models = new ConcurrentHashMap<>();
    private final Set<Vocabulary> prepared = ConcurrentHashMap.newKeySet();
    private final AtomicInteger made = new AtomicInteger();

    /**
     * Loads the acoustic model, which takes a second or two.
     *
     * @param decoders how many utterances can be heard at once; each takes some 12 MB beside the 80 of the acoustic model
     */
    public SphinxRecognizer(int decoders) {
        if (decoders < 1) {
            throw new IllegalArgumentException("a recogniser needs a decoder, not " + decoders);
        }
        size = decoders;
        free = new ArrayBlockingQueue<>(decoders);
        another().ifPresent(free::add);
        // Only now, since Sphinx4 sets logging up anew when it is put together.
        CHATTER.setLevel(Level.SEVERE);
        threads = Executors.newFixedThreadPool(
                decoders, Thread.ofPlatform().daemon().name("recognition-", 0).factory());
    }

    @Override
    public String engine() {
        return NAME;
    }

    @Override
    public boolean tellsPartials() {
        return true;
    }

    @Override
    public Listening listen(Vocabulary vocabulary, Expectation expects) throws NoDecoderFreeException {
        SphinxDecoder decoder = free.poll();
        if (decoder == null) {
            decoder = another().orElseThrow(() -> new NoDecoderFreeException(size));
        }
        if (free.size() < SPARE) {
            growBeforeItIsNeeded();
        }
        SphinxDecoder taken = decoder;
        return new SphinxListening(taken, search(vocabulary, expects), expects, threads, () -> free.add(taken));
    }

    /** A decoder more, without any search yet, unless there are as many as there may be. */
    private Optional<SphinxDecoder> another() {
        return made.getAndUpdate(count -> Math.min(size, count + 1)) < size
                ? Optional.of(new SphinxDecoder(acoustics))
                : Optional.empty();
    }

    private void growBeforeItIsNeeded() {
        another()
                .ifPresent(decoder -> Thread.ofPlatform()
                        .daemon()
                        .name("recognition-grows")
                        .start(() -> {
                            try {
                                prepared.forEach(vocabulary -> prepare(decoder, vocabulary));
                            } finally {
                                free.add(decoder);
                            }
                        }));
    }

    @Override
    public void prepare(Vocabulary vocabulary) {
        prepared.add(vocabulary);
        List<SphinxDecoder> taken = new ArrayList<>();
        free.drainTo(taken);
        try {
            taken.forEach(decoder -> prepare(decoder, vocabulary));
        } finally {
            free.addAll(taken);
        }
    }

    private void prepare(SphinxDecoder decoder, Vocabulary vocabulary) {
        Objects.requireNonNull(search(vocabulary, new Expectation.Anything()).apply(decoder));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Function<SphinxDecoder, SearchManager> search(Vocabulary vocabulary, Expectation expects) {
        Optional<Phrase> grammar = Grammars.of(expects);
        if (grammar.isPresent()) {
            return decoder -> decoder.search(expects.toString(), searches -> searches.grammar(grammar.get()));
        }
        return decoder -> decoder.search(vocabulary.contentHash(), searches -> searches.sentences(model(vocabulary)));
    }

    private NgramModel model(Vocabulary vocabulary) {
        return models.computeIfAbsent(vocabulary.contentHash(), unseen -> SalesLanguage.of(vocabulary));
    }
}
