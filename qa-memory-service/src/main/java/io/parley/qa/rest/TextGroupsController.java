package io.parley.qa.rest;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.question.TextGroup;
import io.parley.contracts.question.TextGroupingRequest;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.serving.ModelsInUse;
import io.parley.qa.facts.CurrentMemories;
import io.parley.qa.recall.AnswerModel;
import io.parley.qa.recall.TextGrouping;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Groups what customers said, for the gateway: it has the unanswered questions and no text encoder. */
@RestController
class TextGroupsController {

    private static final int MOST_TEXTS = 1_000;

    private final Campaigns campaigns;
    private final ModelsInUse<AnswerModel> models;
    private final CurrentMemories memories;

    TextGroupsController(Campaigns campaigns, ModelsInUse<AnswerModel> models, CurrentMemories memories) {
        this.campaigns = campaigns;
        this.models = models;
        this.memories = memories;
    }

    @PostMapping("/models/{campaign}/text-groups")
    List<TextGroup> group(@PathVariable String campaign, @RequestBody TextGroupingRequest request) {
        campaigns.folder(campaign);
        if (request.texts().size() > MOST_TEXTS) {
            throw new FaultException(
                    Fault.REQUEST_INVALID,
                    "There are " + request.texts().size() + " texts; at most " + MOST_TEXTS + " are grouped at once.");
        }
        return TextGrouping.of(memories.of(models.chosen(campaign, null)), request.texts());
    }
}
