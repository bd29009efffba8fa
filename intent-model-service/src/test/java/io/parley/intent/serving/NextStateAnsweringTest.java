package io.parley.intent.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Fault;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.NextStateRequest;
import io.parley.contracts.privacy.MaskedText;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.training.GiftCards;
import io.parley.intent.training.NextStateTrainer;
import io.parley.modelservice.serving.Said;
import io.parley.modelservice.serving.ServedModel;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.encoder.TextEncoder;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.registry.DataSource;
import io.parley.neural.registry.ModelVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
            Instant.EPOCH,
            null);

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
        assertThat(answering.said(reply))
                .isEqualTo(new Said("ask-quantity", reply.ranking().getFirst().probability()));
    }

    @Test
    void givenSixtyFourDifferentTurnsAtOnce_whenAnswered_thenEachHasTheScoresOfAnsweringItAlone() throws Exception {
        List<NextStateRequest> turns = IntStream.range(0, 64)
                .mapToObj(i -> asking("never said before, number " + i + ", the rocket"))
                .toList();
        List<Callable<NextStateReply>> together = turns.stream()
                .<Callable<NextStateReply>>map(turn -> () -> answering.answer(turn, served, System.nanoTime()))
                .toList();
        List<NextStateReply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<NextStateReply> reply : threads.invokeAll(together)) {
                replies.add(reply.get());
            }
        }

        TextEncoder uncached = new TextEncoder(Pretrained.MINILM, 0);
        for (int i = 0; i < turns.size(); i++) {
            NextStateRequest turn = turns.get(i);
            NextStateReply alone = answering.answer(turn, served, System.nanoTime());
            assertThat(replies.get(i).ranking()).isEqualTo(alone.ranking());
            assertThat(replies.get(i).outOfScope()).isEqualTo(alone.outOfScope());
            assertThat(TextEncoder.shared(Pretrained.MINILM)
                            .sentence(turn.text().value()))
                    .as("read while others were, as read alone")
                    .isEqualTo(uncached.sentence(turn.text().value()));
        }
    }

    private static NextStateRequest asking(String text) {
        return new NextStateRequest(
                "request-1",
                "conversation-1",
                "gift-card",
                "ask-design",
                REQUEST.allowed(),
                new MaskedText(text),
                List.of(),
                Instant.EPOCH,
                null);
    }

    @Test
    void givenAFault_whenReplied_thenTheReplySaysSo() {
        NextStateReply reply = answering.failed(REQUEST, Fault.MODEL_NOT_TRAINED);

        assertThat(reply.failure()).isEqualTo("model-not-trained");
        assertThat(reply.ranking()).isEmpty();
    }
}
