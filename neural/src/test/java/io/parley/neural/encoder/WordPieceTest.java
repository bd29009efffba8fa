package io.parley.neural.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordPieceTest {

    private static final WordPiece WORD_PIECE = WordPiece.ofResource(Pretrained.MINILM.vocabulary());
    private static HuggingFaceTokenizer reference;

    @BeforeAll
    static void loadTheReference() throws IOException {
        System.setProperty("DJL_CACHE_DIR", "target/djl");
        try (InputStream in =
                Objects.requireNonNull(WordPieceTest.class.getResourceAsStream(Pretrained.MINILM.vocabulary()))) {
            reference = HuggingFaceTokenizer.newInstance(in, Map.of("padding", "false", "truncation", "false"));
        }
    }

    @AfterAll
    static void closeTheReference() {
        reference.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes, I'd like two of the Mars trips please!",
                "my card is <card>, e-mail <email>",
                "Ünïcödé Straße İstanbul ñandú",
                "supercalifragilisticexpialidocious antidisestablishmentarianism",
                "what's  the\tprice\nof $1,250.50 (incl. tax)?",
                "日本語 and 한국어 and العربية",
                "emoji 😀 and zero\u200bwidth and nbsp\u00a0here",
                "“curly quotes” – dashes — and … dots",
                "x",
                "   ",
            })
    void givenAText_whenCut_thenThePiecesAreThoseOfTheReference(String text) {
        List<String> expected =
                Arrays.stream(reference.encode(text, false, false).getTokens()).toList();

        assertThat(WORD_PIECE.pieces(text)).isEqualTo(expected);
    }

    @Test
    void givenAVeryLongWord_whenCut_thenItIsUnknown() {
        assertThat(WORD_PIECE.pieces("a".repeat(101))).containsExactly("[UNK]");
    }

    @Test
    void givenBothVocabularies_whenCompared_thenTheirMarksAgree() {
        WordPiece other = WordPiece.ofResource(Pretrained.BGE_SMALL.vocabulary());

        assertThat(List.of(other.opening(), other.closing())).containsExactly(101, 102);
        assertThat(List.of(WORD_PIECE.opening(), WORD_PIECE.closing())).containsExactly(101, 102);
    }
}
