package io.parley.qa.rest;

import io.parley.campaign.Fact;
import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.privacy.MaskedText;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.serving.ModelsInUse;
import io.parley.modelservice.serving.ServedModel;
import io.parley.qa.facts.CurrentMemories;
import io.parley.qa.recall.Answer;
import io.parley.qa.recall.AnswerModel;
import io.parley.qa.recall.Circumstances;
import io.parley.qa.recall.Recalled;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries a memory out: what would it tell, and where did it look. */
@RestController
@RequestMapping("/models/{campaign}/predictions")
class PredictionsController {

    private static final int SHOWN = 10;
    private static final int LONGEST_TEXT = 2_000;

    private final Campaigns campaigns;
    private final ModelsInUse<AnswerModel> models;
    private final CurrentMemories memories;

    PredictionsController(Campaigns campaigns, ModelsInUse<AnswerModel> models, CurrentMemories memories) {
        this.campaigns = campaigns;
        this.models = models;
        this.memories = memories;
    }

    @PostMapping
    PredictionView predict(@PathVariable String campaign, @RequestBody @Valid PredictionOrder order) {
        campaigns.folder(campaign);
        ServedModel<AnswerModel> served = models.chosen(campaign, order.version());
        Circumstances circumstances = new Circumstances(
                Objects.requireNonNullElse(order.state(), ""),
                Arrays.stream(Fact.Kind.values())
                        .filter(kind -> kind.label().equals(order.kind()))
                        .findFirst());
        Answer answer = memories.of(served).answer(new MaskedText(order.text()).value(), circumstances);
        return new PredictionView(
                answer.facts().stream().limit(SHOWN).toList(),
                !answer.isRefused(),
                answer.noFact(),
                answer.noFactAt(),
                answer.kind().label(),
                answer.kindProbability(),
                served.version().provenance());
    }

    /**
     * What to recall for; the JSON body of the request.
     *
     * @param state the state the customer is in; null if it does not matter
     * @param kind {@code question} or {@code hesitation}, as somebody took it; null if nobody did
     * @param text what the customer says
     * @param version null for the champion
     */
    record PredictionOrder(
            @Nullable String state,

            @Nullable @Pattern(regexp = "question|hesitation", message = "must be question or hesitation")
            String kind,

            @NotNull @Size(max = LONGEST_TEXT) String text,
            @Nullable String version) {}

    /**
     * The answer.
     *
     * @param facts the likeliest facts, best first, each with its attention on every hop and how the text is like it
     * @param answered whether the first would be told
     * @param noFact how probable it is that no fact fits
     * @param noFactAt the version's threshold for it
     * @param kind {@code question} or {@code hesitation}, as the memory takes it
     */
    record PredictionView(
            List<Recalled> facts,
            boolean answered,
            double noFact,
            double noFactAt,
            String kind,
            double kindProbability,
            ModelProvenance model) {}
}
