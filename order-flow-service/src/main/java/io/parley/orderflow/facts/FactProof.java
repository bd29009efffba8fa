package io.parley.orderflow.facts;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignProblem;
import io.parley.campaign.Fact;
import io.parley.campaign.FactReader;
import io.parley.campaign.FactReading;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Has facts checked by what checks {@code facts.yaml}; JSON is YAML. */
@Component
final class FactProof {

    /** What lies where the fact would be read. */
    private static final String STATISTICS = "statistics";

    private final JsonMapper json;

    FactProof(JsonMapper json) {
        this.json = json;
    }

    /** Checks facts against a campaign; problems tell the first of them by line 1, the second by line 2. */
    FactReading read(Campaign campaign, List<Fact> facts) {
        String lines = facts.stream()
                .map(fact -> "- " + json.writeValueAsString(fact.content()) + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? new FactReading(List.of(), List.of()) : FactReader.read(campaign, "facts", lines);
    }

    /**
     * Reads the fact that an operator wrote.
     *
     * @param id the fact's id; the body may leave it out
     * @param body an item of {@code facts.yaml} as JSON
     * @throws FaultException {@link Fault#FACT_INVALID} with every problem
     */
    Fact read(Campaign campaign, String id, JsonNode body) {
        if (!(body instanceof ObjectNode written)) {
            throw invalid(List.of("a fact is keys with values. Write it as an item of facts.yaml, as JSON"));
        }
        ObjectNode fact = written.deepCopy();
        String named = fact.path("id").asString(id);
        if (!named.equals(id)) {
            throw invalid(List.of("the fact is called '" + named + "' in the body and '" + id
                    + "' in the address. Leave the id out of the body, or write the same"));
        }
        if (id.equals(STATISTICS)) {
            throw invalid(List.of("'" + STATISTICS + "' cannot be the id of a fact. The statistics have its address"));
        }
        fact.put("id", id);
        FactReading reading = FactReader.read(campaign, id, json.writeValueAsString(fact));
        requireValid(reading);
        return reading.facts().getFirst();
    }

    /**
     * Refuses a fact that does not fit the campaign.
     *
     * @throws FaultException {@link Fault#FACT_INVALID} with every problem
     */
    void require(Campaign campaign, Fact fact) {
        requireValid(read(campaign, List.of(fact)));
    }

    private static void requireValid(FactReading reading) {
        if (!reading.isValid()) {
            throw invalid(
                    reading.problems().stream().map(CampaignProblem::message).toList());
        }
    }

    private static FaultException invalid(List<String> problems) {
        return new FaultException(
                Fault.FACT_INVALID, "Nothing was changed. Correct each of the problems and send it again.", problems);
    }
}
