package io.parley.neural.encoder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Turns texts into vectors with a frozen pretrained network. Thread-safe.
 *
 * <p>Every text is encoded by itself, since quantised vectors change with their batch companions: the same text gives
 * the same vectors in training and in serving. Vectors do depend on the processor's integer instructions, so models
 * trained on one kind of machine may score slightly differently on another.
 */
public final class TextEncoder {

    /** Pieces the network reads at once; longer texts are read window by window. */
    static final int WINDOW = 254;
    /** Windows read at most; what is beyond them is left out. */
    static final int WINDOWS = 8;

    private static final long SHARED_CACHE_BYTES = 40L << 20;
    /** For so much cache of whole encodings, one of sentence vectors alone: it holds more than three times as many texts. */
    private static final int SENTENCES_SHARE = 2;

    private static final int TEXT_OVERHEAD = 128;

    private static final Map<Pretrained, TextEncoder> SHARED = new ConcurrentHashMap<>();

    private final Pretrained pretrained;
    private final OnnxModel model;
    private final WordPiece wordPiece;
    private final Cache<String, Encoding> cache;
    private final Cache<String, float[]> sentences;
    /** Whether anybody has wanted more than sentences yet. */
    private volatile boolean readsPieces;

    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /**
     * @param pretrained which network
     * @param cacheBytes how much memory its cache of encodings may take, roughly, and half of it that of sentence
     *     vectors; 0 for no caches
     */
    public TextEncoder(Pretrained pretrained, long cacheBytes) {
        this.pretrained = pretrained;
        this.model = OnnxModel.of(pretrained);
        this.wordPiece = WordPiece.ofResource(pretrained.vocabulary());
        this.cache = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((String text, Encoding encoding) -> encoding.weight() + Character.BYTES * text.length())
                .executor(Runnable::run)
                .build();
        this.sentences = Caffeine.newBuilder()
                .maximumWeight(cacheBytes / SENTENCES_SHARE)
                .weigher((String text, float[] vector) ->
                        TEXT_OVERHEAD + Float.BYTES * vector.length + Character.BYTES * text.length())
                .executor(Runnable::run)
                .build();
    }

    /** The encoder that everything in this JVM shares, with caches of 40 and 20 MiB: some 3,500 and 12,000 short texts. */
    public static TextEncoder shared(Pretrained pretrained) {
        return SHARED.computeIfAbsent(pretrained, which -> new TextEncoder(which, SHARED_CACHE_BYTES));
    }

    public Pretrained pretrained() {
        return pretrained;
    }

    /** The vectors of a text, from the cache where it has them. */
    public Encoding encode(String text) {
        readsPieces = true;
        Encoding known = cache.getIfPresent(text);
        (known == null ? misses : hits).increment();
        return known == null ? whole(text) : known;
    }

    /**
     * The vector of the whole text, {@code [dim]}, of length 1. Where nobody reads the pieces of this encoder's texts, what
     * is remembered takes a fifth of the memory.
     */
    public float[] sentence(String text) {
        Encoding whole = cache.getIfPresent(text);
        float[] known = whole == null ? sentences.getIfPresent(text) : whole.sentence();
        (known == null ? misses : hits).increment();
        if (known != null) {
            return known.clone();
        }
        return readsPieces
                ? whole(text).sentence()
                : Objects.requireNonNull(sentences.get(
                                text, it -> SpareCores.encode(() -> compute(it)).sentence()))
                        .clone();
    }

    /**
     * Begins on the vector of the whole text, on another core if one is idle, so that it can be computed beside what another
     * encoder makes of the same text.
     *
     * @return waits for what {@link #sentence} gives; to be asked once
     */
    public Supplier<float[]> beginSentence(String text) {
        return SpareCores.begin(() -> sentence(text));
    }

    /** Computed once, however many ask for it at the same time. */
    private Encoding whole(String text) {
        return Objects.requireNonNull(cache.get(text, it -> SpareCores.encode(() -> compute(it))));
    }

    /** Whether a word is one of those the network has a piece of its own for, as it has for the common words of its language. */
    public boolean isWord(String word) {
        return wordPiece.isPiece(word);
    }

    /** How well the cache does. */
    public CacheUse cacheUse() {
        return new CacheUse(hits.sum(), misses.sum());
    }

    private Encoding compute(String text) {
        List<String> all = wordPiece.pieces(text);
        List<String> pieces = all.subList(0, Math.min(all.size(), WINDOW * WINDOWS));
        int dim = Pretrained.DIMENSIONS;
        float[] tokens = new float[pieces.size() * dim];
        double[] sum = new double[dim];
        int from = 0;
        do {
            int to = Math.min(pieces.size(), from + WINDOW);
            float[] rows = model.run(ids(pieces.subList(from, to)));
            System.arraycopy(rows, dim, tokens, from * dim, (to - from) * dim);
            addInPlace(sum, pool(rows), Math.max(1, to - from));
            from = to;
        } while (from < pieces.size());
        return new Encoding(pieces, unit(sum), tokens);
    }

    private long[] ids(List<String> pieces) {
        long[] ids = new long[pieces.size() + 2];
        ids[0] = wordPiece.opening();
        for (int i = 0; i < pieces.size(); i++) {
            ids[i + 1] = wordPiece.id(pieces.get(i));
        }
        ids[ids.length - 1] = wordPiece.closing();
        return ids;
    }

    /** One unit vector of a window's rows. */
    private float[] pool(float[] rows) {
        int dim = Pretrained.DIMENSIONS;
        double[] pooled = new double[dim];
        int counted = switch (pretrained.pooling()) {
            case MEAN -> rows.length / dim;
            case FIRST -> 1;
        };
        for (int row = 0; row < counted; row++) {
            for (int d = 0; d < dim; d++) {
                pooled[d] += rows[row * dim + d];
            }
        }
        return unit(pooled);
    }

    private static void addInPlace(double[] sum, float[] vector, double weight) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += weight * vector[d];
        }
    }

    private static float[] unit(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        double scale = squares == 0 ? 0 : 1 / Math.sqrt(squares);
        float[] unit = new float[vector.length];
        for (int d = 0; d < vector.length; d++) {
            unit[d] = (float) (vector[d] * scale);
        }
        return unit;
    }
}
