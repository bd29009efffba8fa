package io.parley.orderflow.pitch;

import io.parley.campaign.Pitch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * By what a pitch is chosen of several that fit: Thompson sampling, so that what sells is said often and what is new gets
 * its chance. Of each pitch a rate is drawn from {@code Beta(1 + orders, 1 + no orders)}, and the highest wins. The draw
 * follows from the conversation's seed, its turn and the fact alone. Immutable.
 *
 * @see <a href="https://doi.org/10.1093/biomet/25.3-4.285">Thompson (1933)</a>
 */
public final class PitchOdds {

    /** The first pitch of the file that fits. */
    public static final PitchOdds IN_ORDER = new PitchOdds(Optional.empty());

    private static final RandomGeneratorFactory<RandomGenerator> CHOOSER =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final Optional<Map<ToldWith, Tally>> tallies;

    private PitchOdds(Optional<Map<ToldWith, Tally>> tallies) {
        this.tallies = tallies;
    }

    static PitchOdds of(Map<ToldWith, Tally> tallies) {
        return new PitchOdds(Optional.of(Map.copyOf(tallies)));
    }

    /**
     * What was counted of a pitch.
     *
     * @param ordered in how many conversations it was said that ended in an order
     * @param notOrdered in how many that ended without
     */
    public record Counted(int ordered, int notOrdered) {}

    /** The odds of one fact's pitches, as {@link #counted} told them. */
    public static PitchOdds of(String fact, Map<String, Counted> counted) {
        Map<ToldWith, Tally> tallies = new HashMap<>();
        counted.forEach((pitch, count) -> tallies.put(
                new ToldWith(fact, Optional.of(pitch)),
                new Tally(count.ordered() + count.notOrdered(), count.ordered(), count.notOrdered())));
        return of(tallies);
    }

    /** What was counted of a fact's pitches, by their ids; nothing where nothing is counted and the first one is said. */
    public Optional<Map<String, Counted>> counted(String fact) {
        return tallies.map(all -> {
            Map<String, Counted> counted = new TreeMap<>();
            all.forEach((told, tally) -> {
                if (told.fact().equals(fact) && told.pitch().isPresent()) {
                    counted.put(told.pitch().get(), new Counted(tally.ordered(), tally.notOrdered()));
                }
            });
            return counted;
        });
    }

    /**
     * @param fitting in the order of the file
     * @param seed the conversation's
     * @param turn the number of the turn
     * @return nothing if none fits
     */
    public Optional<Pitch> choose(String fact, List<Pitch> fitting, long seed, int turn) {
        if (fitting.size() < 2 || tallies.isEmpty()) {
            return fitting.stream().findFirst();
        }
        RandomGenerator random = CHOOSER.create(seed ^ ((long) fact.hashCode() << 32) ^ turn);
        Pitch best = fitting.getFirst();
        double highest = -1;
        for (Pitch pitch : fitting) {
            Tally tally = tallies.get().getOrDefault(new ToldWith(fact, Optional.of(pitch.id())), Tally.NONE);
            double rate = BetaDraw.next(1.0 + tally.ordered(), 1.0 + tally.notOrdered(), random);
            if (rate > highest) {
                highest = rate;
                best = pitch;
            }
        }
        return Optional.of(best);
    }
}
