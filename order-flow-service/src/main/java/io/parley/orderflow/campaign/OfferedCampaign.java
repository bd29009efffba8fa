package io.parley.orderflow.campaign;

import io.parley.campaign.Campaign;
import io.parley.campaign.ContentHash;
import io.parley.campaign.ConversationTest;
import io.parley.campaign.Fact;
import io.parley.campaign.Reading;
import io.parley.orderflow.flow.FlowMachine;
import java.util.List;
import java.util.Optional;

/**
 * A campaign that can be sold.
 *
 * @param machine its flow, compiled
 * @param tests its conversation tests
 * @param factsHash names what its facts say: the same facts give the same hash, whoever wrote them
 */
public record OfferedCampaign(Campaign campaign, FlowMachine machine, List<ConversationTest> tests, String factsHash) {

    public OfferedCampaign {
        tests = List.copyOf(tests);
    }

    public OfferedCampaign(Campaign campaign, FlowMachine machine, List<ConversationTest> tests) {
        this(campaign, machine, tests, hash(campaign.facts()));
    }

    /** What was read, if it can be sold. */
    static Optional<OfferedCampaign> of(Reading reading) {
        Optional<Campaign> campaign = reading.campaign();
        return campaign.map(found -> new OfferedCampaign(found, new FlowMachine(found), reading.tests()));
    }

    /** The same with other facts; the flow does not know of facts and stays. */
    OfferedCampaign withFacts(List<Fact> facts) {
        return new OfferedCampaign(campaign.withFacts(facts), machine, tests);
    }

    private static String hash(List<Fact> facts) {
        return ContentHash.of(facts.stream().map(Fact::content).toList().toString());
    }
}
