package io.parley.neural.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextEncoderTest {

    @ParameterizedTest
    @EnumSource(Pretrained.class)
    void givenSentences_whenEncoded_thenLikeMeaningLiesCloserThanLikeWords(Pretrained pretrained) {
        TextEncoder encoder = TextEncoder.shared(pretrained);

        Encoding question = encoder.encode("how much does it cost?");

        assertThat(question.similarity(encoder.encode("what is the price")))
                .isGreaterThan(question.similarity(encoder.encode("how much time does it take to get home?")));
    }

    @ParameterizedTest
    @EnumSource(Pretrained.class)
    void givenAText_whenEncoded_thenItHasAUnitVectorAndOneVectorAPiece(Pretrained pretrained) {
        Encoding encoding = TextEncoder.shared(pretrained).encode("two tickets, please");

        assertThat(encoding.similarity(encoding)).isCloseTo(1, within(1e-5));
        assertThat(encoding.pieces()).containsExactly("two", "tickets", ",", "please");
        assertThat(token(encoding, 3)).hasSize(Pretrained.DIMENSIONS).isNotEqualTo(token(encoding, 0));
    }

    @Test
    void givenNoWords_whenEncoded_thenThereIsASentenceVectorWithoutPieces() {
        Encoding encoding = TextEncoder.shared(Pretrained.MINILM).encode("");

        assertThat(encoding.pieces()).isEmpty();
        assertThat(encoding.similarity(encoding)).isCloseTo(1, within(1e-5));
    }

    @Test
    void givenATextLongerThanTheWindow_whenEncoded_thenEveryPieceHasItsVector() {
        String text = "red green blue ".repeat(200);

        Encoding encoding = TextEncoder.shared(Pretrained.MINILM).encode(text);

        assertThat(encoding.pieces()).hasSize(600);
        assertThat(token(encoding, 599)).isNotEqualTo(new float[Pretrained.DIMENSIONS]);
        assertThat(encoding.similarity(encoding)).isCloseTo(1, within(1e-5));
    }

    @Test
    void givenAnEndlessText_whenEncoded_thenItIsReadUpToALimit() {
        Encoding encoding = TextEncoder.shared(Pretrained.MINILM).encode("la ".repeat(5_000));

        assertThat(encoding.pieces()).hasSize(TextEncoder.WINDOW * TextEncoder.WINDOWS);
    }

    @Test
    void givenTwoEncoders_whenTheyEncodeFromManyThreads_thenTheVectorsAreTheSame() throws Exception {
        TextEncoder uncached = new TextEncoder(Pretrained.MINILM, 0);
        Encoding alone = uncached.encode("when does it leave?");
        Callable<Encoding> again = () -> uncached.encode("when does it leave?");

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Encoding>> others = threads.invokeAll(
                    IntStream.range(0, 16).mapToObj(i -> again).toList());
            for (Future<Encoding> other : others) {
                assertThat(other.get().sentence()).isEqualTo(alone.sentence());
                assertThat(token(other.get(), 2)).isEqualTo(token(alone, 2));
            }
        }
    }

    @Test
    void givenARepeatedText_whenEncoded_thenTheCacheHasIt() {
        TextEncoder encoder = new TextEncoder(Pretrained.MINILM, 1 << 20);

        encoder.encode("hello");
        encoder.encode("hello");
        encoder.encode("hello");

        assertThat(encoder.cacheUse()).isEqualTo(new CacheUse(2, 1));
        assertThat(encoder.cacheUse().hitRate()).isCloseTo(2.0 / 3, within(1e-9));
    }

    @Test
    void givenASentenceAskedFor_whenItIsKnownInWholeOrAlone_thenItIsNotEncodedAgain() {
        TextEncoder encoder = new TextEncoder(Pretrained.MINILM, 1 << 20);

        float[] sentence = encoder.encode("hello").sentence();

        assertThat(encoder.sentence("hello")).isEqualTo(sentence);
        assertThat(encoder.sentence("good bye")).isEqualTo(encoder.sentence("good bye"));
        assertThat(encoder.cacheUse()).isEqualTo(new CacheUse(2, 2));
    }

    @Test
    void givenASentenceBegun_whenItIsAskedFor_thenItIsWhatTheEncoderGivesAndCountsOnce() {
        TextEncoder encoder = new TextEncoder(Pretrained.MINILM, 1 << 20);
        float[] alone = new TextEncoder(Pretrained.MINILM, 0).sentence("hello");

        List<Supplier<float[]>> begun =
                Stream.generate(() -> encoder.beginSentence("hello")).limit(20).toList();

        assertThat(begun).allSatisfy(sentence -> assertThat(sentence.get()).isEqualTo(alone));
        CacheUse use = encoder.cacheUse();
        assertThat(use.hits() + use.misses()).isEqualTo(20);
    }

    @Test
    void givenASmallCache_whenItIsFull_thenItStaysSmall() {
        TextEncoder encoder = new TextEncoder(Pretrained.MINILM, 20_000);

        for (int i = 0; i < 50; i++) {
            encoder.encode("text number " + i);
        }
        for (int i = 0; i < 50; i++) {
            encoder.encode("text number " + i);
        }

        assertThat(encoder.cacheUse().hits()).isLessThan(10);
    }

    private static float[] token(Encoding encoding, int piece) {
        float[] vector = new float[encoding.dimensions()];
        encoding.copyToken(piece, vector, 0);
        return vector;
    }
}
