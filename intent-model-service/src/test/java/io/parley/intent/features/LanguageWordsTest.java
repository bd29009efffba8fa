package io.parley.intent.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.privacy.MaskedText;
import io.parley.intent.features.SlotLexicon.Kind;
import io.parley.intent.features.SlotLexicon.SlotWords;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LanguageWordsTest {

    @Test
    void givenAGermanCampaign_whenGermanIsSaid_thenItsMentionsAreFound() {
        Set<String> found = mentions("de", "nein, lieber zwei große");

        assertThat(found).contains("a no", "value of menge", "value of groesse", "value asked: choice");
    }

    @Test
    void givenAGermanCampaign_whenAQuestionIsAsked_thenItBeginsLikeOne() {
        assertThat(mentions("de", "wie lange dauert das")).contains("begins like a question");
        assertThat(mentions("en", "wie lange dauert das")).doesNotContain("begins like a question");
    }

    @Test
    void givenALanguageWithoutWords_whenSpoken_thenOnlyPhrasesAndFiguresCount() {
        assertThat(mentions("fi", "kaksi")).doesNotContain("value of menge", "a yes", "a no");
        assertThat(mentions("fi", "2 groß")).contains("value of menge", "value of groesse");
    }

    @Test
    void givenALexiconFromBeforeTheSecondLanguage_whenRead_thenItIsEnglishOrNone() {
        JsonMapper json = JsonMapper.shared();
        assertThat(json.readValue("{\"english\":true,\"collected\":{},\"slots\":{}}", SlotLexicon.class))
                .isEqualTo(SlotLexicon.NONE);
        assertThat(json.readValue("{\"english\":false,\"collected\":{},\"slots\":{}}", SlotLexicon.class)
                        .language())
                .isEmpty();
        SlotLexicon german = lexicon("de");
        assertThat(json.readValue(json.writeValueAsString(german), SlotLexicon.class))
                .isEqualTo(german);
    }

    private static Set<String> mentions(String language, String said) {
        return new Mentions(lexicon(language), false)
                .of(new Situation("frage-groesse", List.of(), new MaskedText(said), List.of()));
    }

    private static SlotLexicon lexicon(String language) {
        return new SlotLexicon(
                language,
                Map.of("frage-groesse", List.of("groesse")),
                Map.of(
                        "groesse", new SlotWords(Kind.CHOICE, List.of("groß")),
                        "menge", new SlotWords(Kind.NUMBER, List.of())));
    }
}
