package io.parley.orderflow.turn;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.PastTurn;
import io.parley.contracts.privacy.MaskedText;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.policy.AnswerQuestion;
import io.parley.orderflow.policy.NextStateQuestion;
import io.parley.orderflow.policy.PolicyProperties;
import io.parley.session.Session;
import java.util.List;
import java.util.Optional;

/** What a turn asks of the two models. They see masked words, and so many of the turns before as the policy says. */
final class Consultation {

    private final PolicyProperties policy;

    Consultation(PolicyProperties policy) {
        this.policy = policy;
    }

    /** Where the network would go; a silence it is not asked about. */
    Optional<NextStateReply> nextState(OfferedCampaign offered, Scene scene, Words words, Outside outside) {
        return words.isSilent() ? Optional.empty() : ask(offered, scene, words, history(scene.before()), outside);
    }

    /** Where the network would go with what was said in the turn before, as it would have been asked then. */
    Optional<NextStateReply> nextStateThen(OfferedCampaign offered, Scene scene, Words words, Outside outside) {
        List<PastTurn> history = history(scene.before());
        return ask(offered, scene, words, history.subList(0, Math.max(0, history.size() - 1)), outside);
    }

    /** What the memory answers, if the decision is to ask it and the state allows that. */
    Optional<AnswerReply> answer(Scene scene, Decision decision, Words words, Outside outside) {
        if (!(decision instanceof Decision.Digress digression) || scene.state().digressionsForbidden()) {
            return Optional.empty();
        }
        if (!Curtain.isRehearsal(scene.before())) {
            scene.facts().sellBy(outside.odds(scene.campaign().id()));
        }
        return outside.answer(new AnswerQuestion(
                scene.before().id(),
                scene.campaign().id(),
                scene.state().id(),
                digression.kind(),
                words.masked(),
                scene.facts().told()));
    }

    private static Optional<NextStateReply> ask(
            OfferedCampaign offered, Scene scene, Words words, List<PastTurn> history, Outside outside) {
        String state = scene.state().id();
        return outside.nextState(new NextStateQuestion(
                scene.before().id(),
                scene.campaign().id(),
                state,
                offered.machine().possibleNext(state),
                words.masked(),
                history));
    }

    private List<PastTurn> history(Session session) {
        List<Session.Heard> recent = session.memory().recent();
        return recent.subList(Math.max(0, recent.size() - policy.history()), recent.size()).stream()
                .map(heard -> new PastTurn(heard.state(), new MaskedText(heard.text())))
                .toList();
    }
}
