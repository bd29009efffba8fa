package io.parley.qa.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Fault;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.AnswerRequest;
import io.parley.contracts.model.RecalledFact;
import io.parley.contracts.privacy.MaskedText;
import io.parley.modelservice.serving.Said;
import io.parley.modelservice.serving.ServedModel;
import io.parley.neural.registry.DataSource;
import io.parley.neural.registry.ModelVersion;
import io.parley.qa.facts.Facts;
import io.parley.qa.recall.AnswerModel;
import io.parley.qa.recall.SmallOffer;
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

class FactAnsweringTest {

    private static final AnswerRequest REQUEST = new AnswerRequest(
            "request-1",
            "conversation-1",
            "gift-card",
            "ask-delivery",
            "question",
            new MaskedText("how long does delivery take?"),
            List.of(),
            Instant.EPOCH,
            null);

    private static ServedModel<AnswerModel> served;

    private final FactAnswering answering = new FactAnswering(Facts.memories(Facts.unchanged()));

    @BeforeAll
    static void trainOnce() {
        ModelVersion version = new ModelVersion(
                "v1",
                "gift-card",
                "answers",
                "abc",
                5,
                Map.of(),
                Map.of(),
                1,
                null,
                DataSource.CAMPAIGN,
                Instant.EPOCH,
                Map.of());
        served = new ServedModel<>(version, SmallOffer.trained(5));
    }

    @Test
    void givenARequest_whenAnswered_thenTheReplyNamesTheLikeliestFacts() {
        AnswerReply reply = answering.answer(REQUEST, served, System.nanoTime());

        assertThat(reply.requestId()).isEqualTo("request-1");
        assertThat(reply.failure()).isNull();
        assertThat(reply.facts()).hasSize(5);
        assertThat(reply.facts().getFirst().fact()).isEqualTo("delivery-time");
        assertThat(reply.model())
                .isNotNull()
                .satisfies(model -> assertThat(model.version()).isEqualTo("v1"));
        assertThat(answering.said(reply))
                .isEqualTo(new Said("delivery-time", reply.facts().getFirst().probability()));
    }

    @Test
    void givenAReply_whenAskedWhatTheCustomerHears_thenItIsTheFactOrThatNoneFits() {
        ServedModel<AnswerModel> refusing =
                new ServedModel<>(served.version(), served.model().withFacts(List.of()));

        assertThat(answering.said(reply("price", 0.1))).isEqualTo(new Said("price", 0.9));
        assertThat(answering.said(reply("price", 0.9))).isEqualTo(new Said(Said.NOTHING, 0.9));
        assertThat(answering.said(answering.answer(REQUEST, refusing, System.nanoTime())))
                .extracting(Said::what)
                .isEqualTo(Said.NOTHING);
    }

    @Test
    void givenSixtyFourDifferentTurnsAtOnce_whenAnswered_thenEachHasTheScoresOfAnsweringItAlone() throws Exception {
        List<AnswerRequest> turns = IntStream.range(0, 64)
                .mapToObj(i -> asking("never said before, number " + i + ", how long does delivery take?"))
                .toList();
        List<Callable<AnswerReply>> together = turns.stream()
                .<Callable<AnswerReply>>map(turn -> () -> answering.answer(turn, served, System.nanoTime()))
                .toList();
        List<AnswerReply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<AnswerReply> reply : threads.invokeAll(together)) {
                replies.add(reply.get());
            }
        }

        for (int i = 0; i < turns.size(); i++) {
            AnswerReply alone = answering.answer(turns.get(i), served, System.nanoTime());
            assertThat(replies.get(i).facts()).isEqualTo(alone.facts());
            assertThat(replies.get(i).noFact()).isEqualTo(alone.noFact());
        }
    }

    private static AnswerRequest asking(String text) {
        return new AnswerRequest(
                "request-1",
                "conversation-1",
                "gift-card",
                "ask-delivery",
                "question",
                new MaskedText(text),
                List.of(),
                Instant.EPOCH,
                null);
    }

    @Test
    void givenAFault_whenReplied_thenTheReplySaysSo() {
        AnswerReply reply = answering.failed(REQUEST, Fault.MODEL_NOT_TRAINED);

        assertThat(reply.failure()).isEqualTo("model-not-trained");
        assertThat(reply.facts()).isEmpty();
    }

    private static AnswerReply reply(String fact, double noFact) {
        return new AnswerReply(
                "request-1",
                List.of(new RecalledFact(fact, 1 - noFact, List.of())),
                noFact,
                0.5,
                "question",
                null,
                9,
                null);
    }
}
