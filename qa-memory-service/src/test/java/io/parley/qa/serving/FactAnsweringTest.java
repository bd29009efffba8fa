package io.parley.qa.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Fault;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.AnswerRequest;
import io.parley.contracts.model.RecalledFact;
import io.parley.contracts.privacy.MaskedText;
import io.parley.modelservice.serving.ServedModel;
import io.parley.neural.registry.DataSource;
import io.parley.neural.registry.ModelVersion;
import io.parley.qa.recall.AnswerModel;
import io.parley.qa.recall.SmallOffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
            Instant.EPOCH);

    private static ServedModel<AnswerModel> served;

    private final FactAnswering answering = new FactAnswering();

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
        assertThat(answering.agrees(REQUEST, reply, served.model())).isTrue();
    }

    @Test
    void givenAnotherModel_whenCompared_thenItAgreesIfTheCustomerWouldHearTheSame() {
        AnswerModel refusing = served.model().withFacts(List.of());

        assertThat(answering.agrees(REQUEST, reply("price", 0), served.model())).isFalse();
        assertThat(answering.agrees(REQUEST, reply("price", 0), refusing)).isFalse();
        assertThat(answering.agrees(REQUEST, reply("price", 0.9), refusing)).isTrue();
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
