package io.parley.qa.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeTextsTest {

    @Test
    void givenPlacesOnACircle_whenGrouped_thenTheOneWithMostAroundItLeads() {
        float[][] places = {at(0), at(20), at(41), at(120), at(125)};

        assertThat(AlikeTexts.group(places, ones(5), cosine(25))).containsExactly(List.of(1, 0, 2), List.of(3, 4));
    }

    @Test
    void givenATextThatIsSaidOften_whenGrouped_thenItCountsAsOften() {
        float[][] places = {at(0), at(20), at(39)};

        assertThat(AlikeTexts.group(places, new int[] {1, 1, 5}, cosine(25))).containsExactly(List.of(1, 2, 0));
        assertThat(AlikeTexts.group(places, new int[] {1, 1, 5}, cosine(15)))
                .containsExactly(List.of(2), List.of(0), List.of(1));
    }

    @Test
    void givenAChainOfNeighbours_whenGrouped_thenNobodyIsFurtherFromTheTypicalOneThanTheBound() {
        float[][] places = {at(0), at(20), at(41), at(63), at(86)};

        assertThat(AlikeTexts.group(places, ones(5), cosine(25))).containsExactly(List.of(1, 0, 2), List.of(3, 4));
    }

    @Test
    void givenNothing_whenGrouped_thenThereAreNoGroups() {
        assertThat(AlikeTexts.group(new float[0][], new int[0], 0.5)).isEmpty();
    }

    private static float[] at(int degrees) {
        return new float[] {(float) Math.cos(Math.toRadians(degrees)), (float) Math.sin(Math.toRadians(degrees))};
    }

    private static double cosine(int degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    private static int[] ones(int size) {
        int[] ones = new int[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
