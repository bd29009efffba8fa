package io.parley.gateway.operator;

import io.parley.contracts.chat.CallBackView;
import io.parley.contracts.chat.CampaignValidation;
import io.parley.contracts.chat.CampaignView;
import io.parley.contracts.chat.ConversationTestReport;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.OrderView;
import io.parley.contracts.pitch.FactStatistics;
import io.parley.gateway.upstream.OrderFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Operators", description = "Orders, call-backs, campaigns, conversations.")
final class OperatorController {

    private final OrderFlow orderFlow;

    OperatorController(OrderFlow orderFlow) {
        this.orderFlow = orderFlow;
    }

    @GetMapping("/api/orders")
    @Operation(summary = "The latest orders, newest first")
    List<OrderView> orders() {
        return orderFlow.orders();
    }

    @GetMapping("/api/orders/{id}")
    @Operation(summary = "One order")
    OrderView order(@PathVariable String id) {
        return orderFlow.order(id);
    }

    @GetMapping("/api/call-backs")
    @Operation(summary = "Calls that a colleague owes a customer")
    List<CallBackView> callBacks() {
        return orderFlow.callBacks();
    }

    @GetMapping("/api/campaigns")
    @Operation(summary = "Every campaign, with what keeps it from being sold")
    List<CampaignView> campaigns() {
        return orderFlow.campaigns();
    }

    @PostMapping("/api/campaigns/{campaign}/validations")
    @Operation(
            summary = "Check a campaign's folder",
            description =
                    "Tells every problem at once, as file:line, what is wrong and what to do. Also what was proved of"
                            + " the flow, each with the shortest conversation that refutes it, and what neither conversation tests"
                            + " nor training data touch.")
    CampaignValidation validate(@PathVariable String campaign) {
        return orderFlow.validate(campaign);
    }

    @PostMapping("/api/campaigns/{campaign}/tests")
    @Operation(summary = "Play a campaign's conversation tests", description = "Takes up to some minutes.")
    ConversationTestReport test(@PathVariable String campaign) {
        return orderFlow.test(campaign);
    }

    @GetMapping("/api/campaigns/{campaign}/facts/statistics")
    @Operation(
            summary = "What facts and pitches are worth",
            description =
                    "In how many conversations each was said, and how these ended. lower and upper are the bounds of"
                            + " the rate's 95 % Wilson interval. Conversation tests do not count.")
    List<FactStatistics> factStatistics(@PathVariable String campaign) {
        return orderFlow.factStatistics(campaign);
    }

    @GetMapping("/api/operator/conversations/{id}")
    @Operation(summary = "A conversation, without its token", description = "What the customer said is masked.")
    ConversationView conversation(@PathVariable String id) {
        return orderFlow.conversationForOperator(id);
    }
}
