package io.parley.gateway.question;

import io.parley.contracts.question.QuestionGroup;
import io.parley.gateway.upstream.OrderFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/campaigns/{campaign}/unanswered-questions")
@Tag(name = "Questions", description = "What customers asked and no fact answered.")
final class UnansweredQuestionsController {

    private final QuestionGroups groups;
    private final OrderFlow orderFlow;

    UnansweredQuestionsController(QuestionGroups groups, OrderFlow orderFlow) {
        this.groups = groups;
        this.orderFlow = orderFlow;
    }

    @GetMapping
    @Operation(
            summary = "Questions that no fact answered, grouped by what they mean",
            description = "The latest 1,000, the largest group first. What customers said is masked.")
    List<QuestionGroup> groups(@PathVariable String campaign) {
        return groups.of(campaign);
    }

    @DeleteMapping("/{questions}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Dismiss questions that were dealt with",
            description =
                    "Names them one by one, so that what was asked since they were read stays. One that is gone is no"
                            + " fault.")
    void dismiss(
            @PathVariable String campaign,
            @Parameter(description = "The questions of a group with commas between, 1 to 200", example = "12,15,16")
                    @PathVariable
                    String questions) {
        orderFlow.dismissUnanswered(campaign, questions);
    }
}
