package io.parley.intent.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A typing error is mended; a word that somebody knows, a name in a mask and a short word are not. */
class KnownWordsTest {

    private static final Set<String> ENGLISH = Set.of("setter", "problem");

    private final KnownWords words = KnownWords.of(
            List.of(
                    "We have never felt better",
                    "better than ever",
                    "no medical problems",
                    "an operator please",
                    "I can't, send it to <email>"),
            ENGLISH::contains);

    @ParameterizedTest
    @CsvSource({
        "never felt betteer, never felt better",
        "Never Felt BETTRE!, Never Felt better!",
        "no medical prooblems, no medical problems",
        "no medical problem, no medical problem",
        "an operrator, an operator",
        "an oprrator, an operator",
        "an oprratr, an oprratr",
        "a setter, a setter",
        "a letter, a letter",
        "hae we, hae we",
        "<emal>, <emal>",
        "jane@bettr.com, jane@bettr.com",
        "bettre's, bettre's"
    })
    void givenWords_whenMended_thenOnlyTypingErrorsAre(String said, String read) {
        assertThat(words.mended(said)).isEqualTo(read);
    }

    @Test
    void givenTwoWordsAsNear_whenMended_thenTheMoreFrequentIsMeant() {
        KnownWords greetings = KnownWords.of(List.of("morgen", "morgan", "morgan"), word -> false);

        assertThat(greetings.mended("morgn")).isEqualTo("morgan");
    }

    @Test
    void givenASlipInTheTraining_whenItsWordIsFarMoreFrequent_thenItIsMendedLikeAnyOther() {
        List<String> texts = List.of("better", "better", "better", "better", "better", "bteter", "beeter", "betten");
        KnownWords learnt = KnownWords.of(texts, "beeter"::equals);

        assertThat(learnt.words()).containsExactly("better", "beeter", "betten");
        assertThat(learnt.mended("bteter beeter betten")).isEqualTo("better beeter betten");
        assertThat(KnownWords.of(texts.subList(1, 8), "beeter"::equals).words()).contains("bteter");
    }

    @Test
    void givenNoWords_whenMended_thenNothingChanges() {
        assertThat(new KnownWords(List.of(), word -> false).mended("never felt betteer"))
                .isEqualTo("never felt betteer");
    }
}
