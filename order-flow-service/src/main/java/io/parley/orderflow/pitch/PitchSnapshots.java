package io.parley.orderflow.pitch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What pitches are worth, as it was counted at most a minute ago. */
@Component
public final class PitchSnapshots {

    private static final Logger log = LoggerFactory.getLogger(PitchSnapshots.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final FactsTold facts;
    private final PitchProperties properties;
    private final Clock clock;
    private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();

    PitchSnapshots(FactsTold facts, PitchProperties properties, Clock clock) {
        this.facts = facts;
        this.properties = properties;
        this.clock = clock;
    }

    private record Snapshot(Instant takenAt, PitchOdds odds) {}

    /** By what a campaign's pitches are chosen now. Without a database it is what was counted last, or nothing. */
    public PitchOdds odds(String campaign) {
        return properties.sampling() ? snapshots.compute(campaign, this::fresh).odds() : PitchOdds.IN_ORDER;
    }

    private Snapshot fresh(String campaign, @Nullable Snapshot last) {
        Instant now = clock.instant();
        if (last != null && last.takenAt().plus(FRESH).isAfter(now)) {
            return last;
        }
        try {
            return new Snapshot(now, PitchOdds.of(facts.byPitch(campaign)));
        } catch (DataAccessException e) {
            log.atWarn()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("failure", e.getClass().getName())
                    .log("what pitches are worth could not be counted");
            return new Snapshot(now, last == null ? PitchOdds.of(Map.of()) : last.odds());
        }
    }
}
