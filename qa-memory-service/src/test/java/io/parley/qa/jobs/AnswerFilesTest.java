package io.parley.qa.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.qa.recall.LabelledText;
import io.parley.qa.recall.SmallOffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerFilesTest {

    @Test
    void givenAGoodTable_whenRead_thenEveryRowIsThereMaskedAndWithItsFact() {
        List<LabelledText> texts = read("""
                text,fact
                "call me on 555 010 4477, how much is it",price
                do you like football,
                """);

        assertThat(texts).extracting(LabelledText::row).containsExactly(2, 3);
        assertThat(texts).extracting(LabelledText::fact).containsExactly(Optional.of("price"), Optional.empty());
        assertThat(texts.getFirst().text()).isEqualTo("call me on <phone>, how much is it");
    }

    @Test
    void givenBadRows_whenRead_thenEachIsNamedWithItsReason() {
        assertThatThrownBy(() -> read("""
                text,fact
                how much is it,prize
                ,price
                how much, is it,price
                when does it come,delivery-time
                """)).isInstanceOfSatisfying(FaultException.class, e -> {
            assertThat(e.fault()).isEqualTo(Fault.TRAINING_DATA_INVALID);
            assertThat(e.problems())
                    .hasSize(3)
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("x.csv:2: there is no fact 'prize'"),
                            second -> assertThat(second).startsWith("x.csv:3: the text is empty"),
                            third -> assertThat(third).startsWith("x.csv:4: the row has 3 columns, the header 2"));
        });
    }

    @Test
    void givenAnotherHeader_whenRead_thenTheMissingColumnsAreNamed() {
        assertThatThrownBy(() -> read("question,answer\nhow much,price\n"))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        "x.csv:1: there is no column 'text'. The first line must be text,fact",
                                        "x.csv:1: there is no column 'fact'. The first line must be text,fact"));
    }

    @Test
    void givenNoRows_whenRead_thenThatIsSaid() {
        assertThatThrownBy(() -> read("text,fact\n"))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.problems()).singleElement().asString().contains("no rows"));
    }

    private static List<LabelledText> read(String table) {
        return AnswerFiles.read(SmallOffer.facts(), "x.csv", table.getBytes(StandardCharsets.UTF_8));
    }
}
