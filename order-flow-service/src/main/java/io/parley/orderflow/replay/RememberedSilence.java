package io.parley.orderflow.replay;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import io.parley.orderflow.policy.AnswerQuestion;
import io.parley.orderflow.policy.NextStateQuestion;
import io.parley.orderflow.policy.VersionedModels;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Does not ask a version again that did not answer once: a replay of many turns would wait for each. Not thread-safe. */
final class RememberedSilence implements VersionedModels {

    private final VersionedModels models;
    private final Set<String> silent = new HashSet<>();

    RememberedSilence(VersionedModels models) {
        this.models = models;
    }

    @Override
    public Optional<NextStateReply> nextState(NextStateQuestion question, String version) {
        return unlessSilent(
                "next-state/" + question.campaign() + "/" + version, () -> models.nextState(question, version));
    }

    @Override
    public Optional<AnswerReply> answer(AnswerQuestion question, String version) {
        return unlessSilent("answers/" + question.campaign() + "/" + version, () -> models.answer(question, version));
    }

    private <R> Optional<R> unlessSilent(String model, Supplier<Optional<R>> asking) {
        if (silent.contains(model)) {
            return Optional.empty();
        }
        Optional<R> reply = asking.get();
        if (reply.isEmpty()) {
            silent.add(model);
        }
        return reply;
    }
}
