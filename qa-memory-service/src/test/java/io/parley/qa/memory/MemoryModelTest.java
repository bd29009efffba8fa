package io.parley.qa.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MemoryModelTest {

    private static final Offset<Double> ROUNDING = within(1e-9);
    private static final NetworkShape SHAPE = new NetworkShape(6, 3, 8, 5, 3);
    private static final int FACTS = 5;
    private static final int[] SHUFFLED = {3, 0, 4, 1, 2};

    private final SplittableRandom random = new SplittableRandom(3);
    private final MemoryModel model = someModel();
    private final double[] facts = values(FACTS * SHAPE.factInputs());
    private final double[] question = values(SHAPE.encoding());
    private final double[] similarities = values(FACTS * SHAPE.similarities());

    @Test
    void givenFactsInAnotherOrder_whenRecalling_thenTheAttentionIsInThatOrderAndNothingElseChanges() {
        Recollection straight = recall(facts, similarities);

        Recollection shuffled =
                recall(shuffled(facts, SHAPE.factInputs()), shuffled(similarities, SHAPE.similarities()));

        assertThat(shuffled.logits()).containsExactly(shuffled(straight.logits(), 1), ROUNDING);
        for (int hop = 0; hop < SHAPE.hops(); hop++) {
            assertThat(shuffled.attention()[hop]).containsExactly(shuffled(straight.attention()[hop], 1), ROUNDING);
        }
        assertThat(shuffled.doubt()).isCloseTo(straight.doubt(), ROUNDING);
        assertThat(shuffled.hesitation()).isEqualTo(straight.hesitation());
    }

    @Test
    void givenAnyQuestion_whenRecalling_thenEveryHopAttendsToAllFactsTogetherOnce() {
        Recollection recollection = recall(facts, similarities);

        assertThat(recollection.attention()).hasDimensions(SHAPE.hops(), FACTS);
        for (double[] gates : recollection.attention()) {
            assertThat(Arrays.stream(gates).sum()).isCloseTo(1, ROUNDING);
            assertThat(Arrays.stream(gates)).allMatch(gate -> gate >= 0);
        }
    }

    @Test
    void givenAFactWithheld_whenRecalling_thenItIsAsIfThereHadBeenNoSuchFact() {
        double[] others = Arrays.copyOfRange(facts, SHAPE.factInputs(), facts.length);
        double[] othersAlike = Arrays.copyOfRange(similarities, SHAPE.similarities(), similarities.length);
        EncodedFacts all = model.encode(FactInputs.of(facts, FACTS));

        Recollection withheld = model.recall(all.only(IntStream.range(1, FACTS).toArray()), question, othersAlike);

        assertThat(withheld.logits())
                .containsExactly(recall(others, othersAlike).logits());
    }

    @Test
    void givenAModel_whenWrittenAndRead_thenItRecallsTheSame() throws IOException {
        MemoryModel read = MemoryModel.readFrom(new ByteArrayInputStream(bytes(model)), SHAPE);

        assertThat(read.recall(read.encode(FactInputs.of(facts, FACTS)), question, similarities)
                        .logits())
                .containsExactly(recall(facts, similarities).logits());
    }

    @Test
    void givenTooFewBytes_whenRead_thenTheNumbersAreTold() throws IOException {
        byte[] cut = Arrays.copyOf(bytes(model), 80);

        assertThatThrownBy(() -> MemoryModel.readFrom(new ByteArrayInputStream(cut), SHAPE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there are 80 bytes");
    }

    private Recollection recall(double[] inputs, double[] alike) {
        int n = alike.length / SHAPE.similarities();
        return model.recall(model.encode(FactInputs.of(inputs, n)), question, alike);
    }

    private MemoryModel someModel() {
        DynamicMemoryNetwork network = new DynamicMemoryNetwork(SHAPE);
        return new MemoryModel(network, values(network.layout().size()));
    }

    private double[] values(int length) {
        return random.doubles(length, -1, 1).toArray();
    }

    private static double[] shuffled(double[] rows, int width) {
        double[] result = new double[rows.length];
        for (int i = 0; i < SHUFFLED.length; i++) {
            System.arraycopy(rows, SHUFFLED[i] * width, result, i * width, width);
        }
        return result;
    }

    private static byte[] bytes(MemoryModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.writeTo(out);
        return out.toByteArray();
    }
}
