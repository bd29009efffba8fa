package io.parley.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.ConversationTestReport;
import io.parley.contracts.chat.ConversationTestReport.Result;
import io.parley.intent.network.ModelFiles;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.network.NextStateNetwork;
import io.parley.intent.network.Parameters;
import io.parley.neural.registry.ModelRegistry;
import io.parley.neural.registry.ModelVersion;
import io.parley.neural.registry.TrainedModel;
import io.parley.standalone.stack.IsolatedStack;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That the network drives the conversation: with weights that have learnt nothing, nobody gets through it. */
@Timeout(120)
class UntrainedIT {

    @TempDir
    Path data;

    @Test
    void givenTheConversationTests_whenTheWeightsAreTrained_thenAllPass() throws Exception {
        TrainedModels.into(data);

        assertThat(conversationTests().results())
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result).returns(true, Result::passed));
    }

    @Test
    void givenTheConversationTests_whenTheWeightsAreThoseATrainingBeginsWith_thenAllFail() throws Exception {
        TrainedModels.into(data);
        activateInitialWeights();

        assertThat(conversationTests().results())
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result).returns(false, Result::passed));
    }

    private ConversationTestReport conversationTests() throws InterruptedException {
        try (IsolatedStack stack = IsolatedStack.start(data, TeaBox.folder())) {
            return stack.gateway().test(TeaBox.ID);
        }
    }

    /** A version that differs from the trained one in the network's numbers and in nothing else. */
    private void activateInitialWeights() {
        ModelRegistry registry = new ModelRegistry(data.resolve("models"), "next-state", Clock.systemUTC());
        ModelVersion trained = registry.champion(TeaBox.ID).orElseThrow();
        NextStateModel model = ModelFiles.read(registry.files(TeaBox.ID, trained.version()));
        NextStateModel untrained = new NextStateModel(
                new NextStateNetwork(
                        model.network().space(), initial(model.network().parameters())),
                model.neighbours(),
                model.thresholds());
        ModelVersion version = registry.publish(
                TeaBox.ID,
                new TrainedModel(
                        trained.dataHash(),
                        trained.seed(),
                        trained.settings(),
                        trained.metrics(),
                        trained.seconds(),
                        trained.source(),
                        folder -> ModelFiles.write(untrained, folder)));
        registry.activate(TeaBox.ID, version.version());
    }

    /** What a training begins with: nothing from the wide part, no bias, and Xavier's spread elsewhere. */
    private static Parameters initial(Parameters trained) {
        RandomGenerator random = new SplittableRandom(1);
        Map<String, Integer> outputs = Map.of(
                Parameters.WORDS_INPUT, trained.get(Parameters.WORDS_BIAS).length,
                Parameters.WORDS_RECURRENT, trained.get(Parameters.WORDS_BIAS).length,
                Parameters.HIDDEN, trained.get(Parameters.HIDDEN_BIAS).length,
                Parameters.DEEP, trained.get(Parameters.DEEP_BIAS).length);
        Map<String, float[]> blocks = new TreeMap<>();
        trained.blocks().forEach((name, numbers) -> {
            float[] drawn = new float[numbers.length];
            if (outputs.containsKey(name)) {
                int output = outputs.get(name);
                double spread = Math.sqrt(2.0 / (drawn.length / output + output));
                for (int i = 0; i < drawn.length; i++) {
                    drawn[i] = (float) random.nextGaussian(0, spread);
                }
            }
            blocks.put(name, drawn);
        });
        return new Parameters(blocks);
    }
}
