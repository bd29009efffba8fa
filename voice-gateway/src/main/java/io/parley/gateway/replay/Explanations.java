package io.parley.gateway.replay;

import io.parley.contracts.FaultException;
import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.replay.TurnExplanation;
import io.parley.gateway.upstream.ModelServices;
import io.parley.gateway.upstream.OrderFlow;
import io.parley.gateway.upstream.UpstreamProblem;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts together what two services know of a turn. */
@Component
final class Explanations {

    private static final Logger log = LoggerFactory.getLogger(Explanations.class);

    private final OrderFlow orderFlow;
    private final ModelServices models;

    Explanations(OrderFlow orderFlow, ModelServices models) {
        this.orderFlow = orderFlow;
        this.models = models;
    }

    /** Without what each word was worth, where the version that read them is gone. */
    TurnExplanation of(String conversation, String turn) {
        TurnExplanation explanation = orderFlow.explanation(conversation, turn);
        TurnExplanation.NextState asked = explanation.nextState();
        ModelProvenance version = explanation.versions().nextState();
        if (asked == null || version == null) {
            return explanation;
        }
        try {
            return Optional.of(models.predict(explanation, asked, version))
                    .filter(again -> version.equals(again.model()))
                    .map(again -> explanation.withWords(again.words()))
                    .orElse(explanation);
        } catch (UpstreamProblem | FaultException e) {
            log.atDebug().addKeyValue("version", version.version()).setCause(e).log("a version cannot be asked again");
            return explanation;
        }
    }
}
