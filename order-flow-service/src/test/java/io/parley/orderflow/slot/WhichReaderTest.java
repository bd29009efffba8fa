package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.orderflow.GiftCards;
import io.parley.orderflow.slot.WhichReader.Choice;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer to "did you mean this or that?". */
class WhichReaderTest {

    private static final List<String> QUESTION = List.of("ask a question");
    private static final List<String> ONWARD = List.of("go on with the order");

    @ParameterizedTest
    @ValueSource(
            strings = {"ask a question", "a question", "Ask a question, please", "the first one", "first", "the former"
            })
    void givenWordsThatNameTheFirst_whenRead_thenItIsChosen(String said) {
        assertThat(WhichReader.read(GiftCards.campaign(), QUESTION, ONWARD, said))
                .contains(Choice.FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"go on with the order", "the order", "I'd like to go on", "the second", "the latter"})
    void givenWordsThatNameTheSecond_whenRead_thenItIsChosen(String said) {
        assertThat(WhichReader.read(GiftCards.campaign(), QUESTION, ONWARD, said))
                .contains(Choice.SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yes", "no", "how much is the order", "neither", "two rocket cards", "the third one", "um"})
    void givenAnythingElse_whenRead_thenNothingIsChosen(String said) {
        assertThat(WhichReader.read(GiftCards.campaign(), QUESTION, ONWARD, said))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the red one", "red", "the large red box please"})
    void givenNamesThatShareAWord_whenTheOtherWordIsSaid_thenItDecides(String said) {
        List<String> red = List.of("a large red box");
        List<String> blue = List.of("a large blue box");

        assertThat(WhichReader.read(GiftCards.campaign(), blue, red, said)).contains(Choice.SECOND);
        assertThat(WhichReader.read(GiftCards.campaign(), blue, red, "the large one"))
                .isEmpty();
    }
}
