package io.parley.orderflow.turn;

import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import java.util.List;

/** What the network may name; it is sure from 0.5 on, and asks which of two is meant in no case. */
final class Rankings {

    private Rankings() {}

    static NextStateReply of(ScoredState... likeliestFirst) {
        return of(List.of(likeliestFirst));
    }

    static NextStateReply of(List<ScoredState> likeliestFirst) {
        return new NextStateReply(
                "r", likeliestFirst, 0, 0.5, 0.9, null, new ModelProvenance("v1", "hash", 1), List.of(), 1, null);
    }
}
