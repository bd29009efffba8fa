package io.parley.intent.features;

import io.parley.neural.encoder.Encoding;
import java.util.SplittableRandom;

/** Turns what was said into numbers, as far as the network sees it. Immutable and thread-safe. */
final class TextReader {

    private final FeatureSettings settings;
    private final Sentences sentences;
    private final Projections projections;
    private final Vocabulary vocabulary;

    TextReader(FeatureSettings settings, Projections projections, Vocabulary vocabulary) {
        this.settings = settings;
        this.sentences = new Sentences(settings.encoders());
        this.projections = projections;
        this.vocabulary = vocabulary;
    }

    Projections projections() {
        return projections;
    }

    /** Length of the vector of a whole text. */
    int sentenceSize() {
        return sentences.size();
    }

    TextVectors text(String text) {
        Sentences.Read read = sentences.read(text);
        float[] whole = seesSentences() ? read.whole() : new float[sentenceSize()];
        return new TextVectors(
                text,
                whole,
                pieces(read.pieces()),
                shortened(whole),
                vocabulary.numbersOf(WideFeatures.plain(text)),
                WideFeatures.terms(text));
    }

    /** What {@link TextVectors#turn()} is for a text. */
    float[] turn(String text) {
        return shortened(seesSentences() ? sentences.whole(text) : new float[sentenceSize()]);
    }

    private boolean seesSentences() {
        return settings.sees(InputPart.SENTENCE) && settings.sees(InputPart.PRETRAINED);
    }

    private float[] shortened(float[] whole) {
        return projections.turns().map(projection -> projection.project(whole)).orElseGet(() -> new float[0]);
    }

    /**
     * {@code [pieces × width]} of a text's pieces. A text without any is one piece of zeros, since the recurrent part
     * always gets a step.
     */
    private float[] pieces(Encoding encoding) {
        Projection projection = projections.pieces();
        if (!settings.sees(InputPart.PIECES)) {
            return new float[projection.width()];
        }
        int pieces = Math.min(settings.longest(), encoding.pieces().size());
        float[] projected = new float[Math.max(1, pieces) * projection.width()];
        for (int piece = 0; piece < pieces; piece++) {
            int at = piece * projection.width();
            if (settings.sees(InputPart.PRETRAINED)) {
                float[] vector = new float[encoding.dimensions()];
                encoding.copyToken(piece, vector, 0);
                projection.projectInPlace(vector, projected, at);
            } else {
                meaninglessInPlace(encoding.pieces().get(piece), projected, at, projection.width());
            }
        }
        return projected;
    }

    /** The same numbers for the same piece, with nothing in common with those of others. */
    private static void meaninglessInPlace(String piece, float[] target, int at, int width) {
        SplittableRandom random = new SplittableRandom(piece.hashCode());
        for (int k = 0; k < width; k++) {
            target[at + k] = (float) random.nextGaussian();
        }
    }
}
