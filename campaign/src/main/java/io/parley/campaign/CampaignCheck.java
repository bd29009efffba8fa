package io.parley.campaign;

import java.util.List;
import java.util.Optional;

/** Everything about a flow and its facts that cannot be said of one key alone. */
final class CampaignCheck {

    private CampaignCheck() {}

    /**
     * @return what was proved of the flow; nothing if it has errors without that
     */
    static List<Proof> check(
            Campaign campaign, Tree flow, Report flowReport, Optional<Tree> facts, Report factsReport) {
        Lines lines = new Lines(flow);
        FlowGraph graph = new FlowGraph(campaign);
        new SlotCheck(campaign, graph, lines, flowReport).check();
        new GraphCheck(campaign, graph, lines, flowReport).check();
        new OrderCheck(campaign, graph, lines, flowReport).check();
        TemplateCheck templates = new TemplateCheck(campaign, graph, lines, flowReport);
        templates.check();
        facts.ifPresent(tree -> templates.checkFacts(new Lines(tree), factsReport));
        return flowReport.hasErrors() ? List.of() : FlowProofs.of(campaign, lines, flowReport);
    }

    /** What can be said of a campaign's facts alone, its flow being good. */
    static void checkFacts(Campaign campaign, Tree facts, Report report) {
        Lines lines = new Lines(facts);
        new TemplateCheck(campaign, new FlowGraph(campaign), lines, report).checkFacts(lines, report);
    }
}
