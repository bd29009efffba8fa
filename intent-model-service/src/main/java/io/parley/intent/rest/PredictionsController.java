package io.parley.intent.rest;

import io.parley.campaign.Campaign;
import io.parley.contracts.model.Contribution;
import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.PastTurn;
import io.parley.contracts.model.ScoredState;
import io.parley.contracts.privacy.MaskedText;
import io.parley.intent.features.Situation;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.network.Prediction;
import io.parley.intent.training.CampaignTrainingSet;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.serving.ModelsInUse;
import io.parley.modelservice.serving.ServedModel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries a model out: where would it go, and why. */
@RestController
@RequestMapping("/models/{campaign}/predictions")
class PredictionsController {

    private static final int REASONS = 12;
    private static final int LONGEST_TEXT = 2_000;

    private final Campaigns campaigns;
    private final ModelsInUse<NextStateModel> models;

    PredictionsController(Campaigns campaigns, ModelsInUse<NextStateModel> models) {
        this.campaigns = campaigns;
        this.models = models;
    }

    @PostMapping
    PredictionView predict(@PathVariable String campaign, @RequestBody @Valid PredictionOrder order) {
        Campaign read = campaigns.campaign(campaign);
        ServedModel<NextStateModel> served = models.chosen(campaign, order.version());
        String state = Objects.requireNonNullElse(order.state(), read.start());
        List<String> allowed = order.allowed() == null
                ? CampaignTrainingSet.flow(read).getOrDefault(state, List.of())
                : order.allowed();
        Situation situation = new Situation(
                state, allowed, new MaskedText(order.text()), Objects.requireNonNullElse(order.history(), List.of()));
        NextStateModel.Explained explained = served.model().explain(situation, REASONS);
        Prediction prediction = explained.prediction();
        var thresholds = served.model().thresholds();
        return new PredictionView(
                state,
                prediction.ranking(),
                prediction.best().probability() >= thresholds.acceptAt()
                        && prediction.outOfScope() <= thresholds.outOfScopeAt(),
                prediction.outOfScope(),
                thresholds.acceptAt(),
                thresholds.outOfScopeAt(),
                served.version().provenance(),
                explained.because(),
                Omissions.of(served.model(), situation));
    }

    /**
     * What to predict; the JSON body of the request.
     *
     * @param state the current state; null for the campaign's first
     * @param allowed the allowed next states; null for what the flow allows there, empty for no restriction
     * @param text what the customer says
     * @param history earlier turns, oldest first; null for none
     * @param version null for the champion
     */
    record PredictionOrder(
            @Nullable String state,
            @Nullable List<String> allowed,
            @NotNull @Size(max = LONGEST_TEXT) String text,
            @Nullable List<PastTurn> history,
            @Nullable String version) {}

    /**
     * The answer.
     *
     * @param state the state it was asked for
     * @param ranking every allowed state, most probable first
     * @param accepted whether the first would be acted on without asking back
     * @param because why the first won against the second, strongest first, in logits
     * @param words what each word is worth: how many logits the first loses against the second without it
     */
    record PredictionView(
            String state,
            List<ScoredState> ranking,
            boolean accepted,
            double outOfScope,
            double acceptAt,
            double outOfScopeAt,
            ModelProvenance model,
            List<Contribution> because,
            List<Contribution> words) {}
}
