package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.contracts.privacy.MaskedText;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.policy.AnswerQuestion;
import io.parley.orderflow.policy.Models;
import io.parley.orderflow.policy.NextStateQuestion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Whether a campaign can be sold: both models have answered for it once, over Kafka, as they will in a turn. A campaign
 * that was ready stays so: a model that falls silent later costs a customer a reprompt, not the conversation.
 */
@Component
public final class Readiness {

    private static final MaskedText PROBE = new MaskedText("hello");

    private final Models models;
    private final Map<String, Boolean> ready = new ConcurrentHashMap<>();

    Readiness(Models models) {
        this.models = models;
    }

    public boolean isReady(OfferedCampaign offered) {
        Campaign campaign = offered.campaign();
        if (ready.containsKey(campaign.id())) {
            return true;
        }
        NextStateQuestion where = new NextStateQuestion(
                "probe",
                campaign.id(),
                campaign.start(),
                offered.machine().possibleNext(campaign.start()),
                PROBE,
                List.of());
        AnswerQuestion what =
                new AnswerQuestion("probe", campaign.id(), campaign.start(), "question", PROBE, List.of());
        boolean answered =
                models.nextState(where).isPresent() && models.answer(what).isPresent();
        if (answered) {
            ready.put(campaign.id(), true);
        }
        return answered;
    }
}
