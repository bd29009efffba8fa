package io.parley.orderflow.pitch;

import io.parley.campaign.Campaign;
import io.parley.campaign.Fact;
import io.parley.campaign.Pitch;
import io.parley.contracts.pitch.FactStatistics;
import io.parley.contracts.pitch.PitchStatistics;
import io.parley.orderflow.campaign.Campaigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What facts and pitches are worth, for operators; the gateway lets nobody else through. */
@RestController
final class FactStatisticsController {

    private final Campaigns campaigns;
    private final FactsTold facts;

    FactStatisticsController(Campaigns campaigns, FactsTold facts) {
        this.campaigns = campaigns;
        this.facts = facts;
    }

    /** Every fact of the campaign in its order, then those that were told once and are there no more. */
    @GetMapping("/campaigns/{campaign}/facts/statistics")
    List<FactStatistics> statistics(@PathVariable String campaign) {
        Campaign offered = campaigns.offered(campaign).campaign();
        Map<ToldWith, Tally> byPitch = facts.byPitch(campaign);
        Map<String, Tally> byFact = new TreeMap<>(facts.byFact(campaign));
        List<FactStatistics> statistics = new ArrayList<>();
        for (Fact fact : offered.facts()) {
            Tally tally = Optional.ofNullable(byFact.remove(fact.id())).orElse(Tally.NONE);
            statistics.add(statistics(fact.id(), tally, fact.pitches(), byPitch));
        }
        byFact.forEach((gone, tally) -> statistics.add(statistics(gone, tally, List.of(), byPitch)));
        return statistics;
    }

    private static FactStatistics statistics(
            String fact, Tally tally, List<Pitch> written, Map<ToldWith, Tally> byPitch) {
        List<PitchStatistics> pitches = new ArrayList<>();
        for (Pitch pitch : written) {
            Tally said = byPitch.getOrDefault(new ToldWith(fact, Optional.of(pitch.id())), Tally.NONE);
            pitches.add(new PitchStatistics(pitch.id(), pitch.say(), said.figures()));
        }
        for (String gone : gone(fact, written, byPitch)) {
            Tally said = byPitch.getOrDefault(new ToldWith(fact, Optional.of(gone)), Tally.NONE);
            pitches.add(new PitchStatistics(gone, null, said.figures()));
        }
        Optional.ofNullable(byPitch.get(new ToldWith(fact, Optional.empty())))
                .map(alone -> new PitchStatistics(null, null, alone.figures()))
                .ifPresent(pitches::add);
        return new FactStatistics(fact, tally.figures(), pitches);
    }

    /** The ids of pitches that were said with the fact and are there no more, in the order of their letters. */
    private static List<String> gone(String fact, List<Pitch> written, Map<ToldWith, Tally> byPitch) {
        Set<String> there = written.stream().map(Pitch::id).collect(Collectors.toSet());
        return byPitch.keySet().stream()
                .filter(told -> told.fact().equals(fact))
                .flatMap(told -> told.pitch().stream())
                .filter(id -> !there.contains(id))
                .sorted()
                .toList();
    }
}
