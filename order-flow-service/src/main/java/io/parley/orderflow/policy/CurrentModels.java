package io.parley.orderflow.policy;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import java.util.Optional;

/** The two networks, those in use and those of other versions. */
public interface CurrentModels extends VersionedModels {

    /**
     * Asks the champion where the conversation goes.
     *
     * @return nothing if nobody answers
     */
    Optional<NextStateReply> nextState(NextStateQuestion question);

    /**
     * Asks the champion which prepared statement answers.
     *
     * @return nothing if nobody answers
     */
    Optional<AnswerReply> answer(AnswerQuestion question);
}
