package io.parley.orderflow.unanswered;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.question.UnansweredQuestion;
import io.parley.orderflow.campaign.Campaigns;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Unanswered questions, for operators; the gateway lets nobody else through. */
@RestController
@RequestMapping("/campaigns/{campaign}/unanswered-questions")
final class UnansweredController {

    /** Ids that fit into an address; the gateway names the same number in its description. */
    private static final Pattern IDS = Pattern.compile("[0-9]{1,15}(,[0-9]{1,15}){0,199}");

    private final Campaigns campaigns;
    private final UnansweredQuestions questions;

    UnansweredController(Campaigns campaigns, UnansweredQuestions questions) {
        this.campaigns = campaigns;
        this.questions = questions;
    }

    @GetMapping
    List<UnansweredQuestion> latest(@PathVariable String campaign) {
        campaigns.requireKnown(campaign);
        return questions.latest(campaign);
    }

    @DeleteMapping("/{ids}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable String campaign, @PathVariable String ids) {
        campaigns.requireKnown(campaign);
        if (!IDS.matcher(ids).matches()) {
            throw new FaultException(
                    Fault.REQUEST_INVALID,
                    "The address ends with the ids of the questions to dismiss, 1 to 200, with commas between: 12,15,16.");
        }
        Set<Long> wanted = Arrays.stream(ids.split(",", -1)).map(Long::valueOf).collect(Collectors.toSet());
        questions.dismiss(campaign, wanted);
    }
}
