package io.parley.orderflow.campaign;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignProblem;
import io.parley.campaign.CampaignProblem.Severity;
import io.parley.campaign.Edge;
import io.parley.campaign.Example;
import io.parley.campaign.Reading;
import io.parley.campaign.State;
import io.parley.contracts.ReservedState;
import io.parley.orderflow.flow.Route;
import io.parley.orderflow.flow.ToldByWay;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.Heard;
import io.parley.orderflow.slot.SlotExtractor;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code utterances.csv} that lead on although nothing that their state asks for is heard in them: the network would
 * learn a way that the flow then refuses to go.
 */
public final class UnheardAnswers {

    private static final String FILE = "utterances.csv";
    /** What was masked on reading is not there any more to be heard. */
    private static final String MASK = "<";
    /** Any day does: a date is heard on each, if only as one that is past. */
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 3, 2);

    private static final String NOT_ON_OFFER = "not-an-option";
    private static final int LINES_TOLD = 8;

    private final Campaign campaign;
    private final ZonedDateTime now;

    private UnheardAnswers(Campaign campaign) {
        this.campaign = campaign;
        this.now = SOME_DAY.atTime(10, 0).atZone(campaign.timezone());
    }

    /** One warning for each way that has such rows, in the order of the file; none where the flow has errors. */
    public static List<CampaignProblem> in(Reading reading) {
        return reading.campaign()
                .map(campaign -> new UnheardAnswers(campaign).warnings(reading.examples()))
                .orElseGet(List::of);
    }

    private List<CampaignProblem> warnings(List<Example> examples) {
        Map<List<String>, List<Example>> unheard = new LinkedHashMap<>();
        Map<String, Map<String, List<String>>> bySession = new HashMap<>();
        for (Example example : examples) {
            Map<String, List<String>> known = bySession.computeIfAbsent(example.session(), id -> new HashMap<>());
            Extraction heard = hear(example, known);
            if (!isAnswered(example, known, heard)) {
                unheard.computeIfAbsent(List.of(example.state(), example.next()), way -> new ArrayList<>())
                        .add(example);
            }
            if (example.next().equals(ReservedState.RESTART.label())) {
                known.clear();
            } else {
                known.putAll(heard.values());
            }
        }
        return unheard.values().stream().map(this::warning).toList();
    }

    private Extraction hear(Example example, Map<String, List<String>> known) {
        List<String> wanted = campaign.state(example.state()).collects();
        boolean correcting = example.next().equals(ReservedState.CORRECTION.label());
        return SlotExtractor.extract(campaign, new Heard(example.text().value(), wanted, known, correcting, now));
    }

    /** A row that gives a part of what is asked for may stand beside others that give the rest. */
    private boolean isAnswered(Example example, Map<String, List<String>> known, Extraction heard) {
        State state = campaign.state(example.state());
        Optional<Edge> taken = Route.forward(campaign, state).stream()
                .filter(edge -> edge.to().equals(example.next()))
                .findFirst();
        List<String> needed = missing(state, known);
        return taken.isEmpty()
                || needed.isEmpty()
                || example.text().value().contains(MASK)
                || ToldByWay.of(campaign, state, taken.get()).isPresent()
                || needed.stream()
                        .anyMatch(slot -> heard.values().containsKey(slot)
                                || isOfItsType(heard.invalid().get(slot)));
    }

    /** What is not on offer is no answer; a day that is past is one, on another day. */
    private static boolean isOfItsType(@Nullable String refusal) {
        return refusal != null && !refusal.equals(NOT_ON_OFFER);
    }

    private List<String> missing(State state, Map<String, List<String>> known) {
        return state.collects().stream()
                .filter(slot -> campaign.slot(slot).required() && !known.containsKey(slot))
                .toList();
    }

    private CampaignProblem warning(List<Example> rows) {
        Example first = rows.getFirst();
        String slots = campaign.state(first.state()).collects().stream()
                .filter(slot -> campaign.slot(slot).required())
                .collect(Collectors.joining("' or '", "'", "'"));
        return new CampaignProblem(
                FILE,
                first.row(),
                "no value for " + slots + " is heard in '" + first.text() + "'" + others(rows) + ", which leads from '"
                        + first.state() + "' to '" + first.next() + "'",
                "Word it as the type understands it, add its words as synonyms, or label it '" + first.state() + "'",
                Severity.WARNING);
    }

    private static String others(List<Example> rows) {
        if (rows.size() == 1) {
            return "";
        }
        String lines = rows.stream()
                .skip(1)
                .limit(LINES_TOLD)
                .map(row -> Integer.toString(row.row()))
                .collect(Collectors.joining(", "));
        int untold = rows.size() - 1 - LINES_TOLD;
        return " and on line " + lines + (untold > 0 ? " and " + untold + " more" : "");
    }
}
