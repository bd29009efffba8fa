package io.parley.intent.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Fault;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.NextStateRequest;
import io.parley.contracts.privacy.MaskedText;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.training.GiftCards;
import io.parley.intent.training.NextStateTrainer;
import io.parley.modelservice.serving.ServedModel;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.registry.DataSource;
import io.parley.neural.registry.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NextStateAnsweringTest {

    private static final NextStateRequest REQUEST = new NextStateRequest(
            "request-1",
            "conversation-1",
            "gift-card",
            "ask-design",
            GiftCards.saying("ask-design", "").allowed(),
            new MaskedText("the rocket please"),
            List.of(),
            Instant.EPOCH);

    private static ServedModel<NextStateModel> served;

    private final NextStateAnswering answering = new NextStateAnswering();

    @BeforeAll
    static void trainOnce() {
        NextStateModel model = new NextStateTrainer(GiftCards.settings())
                .train(GiftCards.data(), 5, ProgressListener.SILENT)
                .model();
        ModelVersion version = new ModelVersion(
                "v1",
                "gift-card",
                "next-state",
                "abc",
                5,
                Map.of(),
                Map.of(),
                1,
                null,
                DataSource.CAMPAIGN,
                Instant.EPOCH,
                Map.of());
        served = new ServedModel<>(version, model);
    }

    @Test
    void givenARequest_whenAnswered_thenTheReplyRanksTheStatesAndSaysWhy() {
        NextStateReply reply = answering.answer(REQUEST, served, System.nanoTime());

        assertThat(reply.requestId()).isEqualTo("request-1");
        assertThat(reply.failure()).isNull();
        assertThat(reply.ranking().getFirst().state()).isEqualTo("ask-quantity");
        assertThat(reply.model())
                .isNotNull()
                .satisfies(model -> assertThat(model.version()).isEqualTo("v1"));
        assertThat(reply.because()).hasSize(5);
        assertThat(reply.acceptAt()).isBetween(0.35, 0.76);
        assertThat(answering.agrees(REQUEST, reply, served.model())).isTrue();
    }

    @Test
    void givenAFault_whenReplied_thenTheReplySaysSo() {
        NextStateReply reply = answering.failed(REQUEST, Fault.MODEL_NOT_TRAINED);

        assertThat(reply.failure()).isEqualTo("model-not-trained");
        assertThat(reply.ranking()).isEmpty();
    }
}
