package io.parley.neural.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class Nd4jSetUpTest {

    @Test
    void givenTheSetUp_whenMatricesAreMultipliedTwice_thenEveryBitIsTheSame() {
        Nd4jSetUp.prepare();
        Nd4j.getRandom().setSeed(7);
        var left = Nd4j.rand(128, 384);
        var right = Nd4j.rand(384, 64);

        float[] once = left.mmul(right).data().asFloat();
        float[] again = left.mmul(right).data().asFloat();

        assertThat(once).isEqualTo(again);
        assertThat(Nd4j.defaultFloatingPointType()).isEqualTo(DataType.FLOAT);
        assertThat(Nd4j.getEnvironment().maxThreads()).isEqualTo(1);
    }
}
