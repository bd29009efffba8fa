package io.parley.orderflow.policy;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import java.util.Optional;

/** The two networks by version, whoever is champion: those who answered earlier turns can be asked again. */
public interface VersionedModels {

    /**
     * Asks a version where the conversation goes.
     *
     * @return nothing if that version is gone or nobody answers
     */
    Optional<NextStateReply> nextState(NextStateQuestion question, String version);

    /**
     * Asks a version which prepared statement answers.
     *
     * @return nothing if that version is gone or nobody answers
     */
    Optional<AnswerReply> answer(AnswerQuestion question, String version);
}
