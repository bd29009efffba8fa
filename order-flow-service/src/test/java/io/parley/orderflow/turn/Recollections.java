package io.parley.orderflow.turn;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.RecalledFact;
import java.util.List;

/** What the memory may answer; no fact fits from 0.5 on. */
final class Recollections {

    private Recollections() {}

    /** @param noFact how probable it is that no fact fits */
    static AnswerReply of(String fact, double noFact) {
        return new AnswerReply(
                "r",
                List.of(new RecalledFact(fact, 0.9, List.of(0.5, 0.9))),
                noFact,
                0.5,
                "question",
                new ModelProvenance("v1", "hash", 1),
                1,
                null);
    }

    static AnswerReply nothing() {
        return of("delivery-time", 0.9);
    }
}
