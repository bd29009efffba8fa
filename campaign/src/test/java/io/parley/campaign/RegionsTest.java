package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Regions.Beyond;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sets of situations against the situations one by one. */
class RegionsTest {

    private static final int SLOTS = 3;
    private static final int CLASSES = 3;

    @Test
    void givenRegions_whenAddedJoinedAndSubtracted_thenTheyHoldWhatTheirSituationsSay() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            Regions regions = new Regions(new Effort(1_000_000), Beyond.MORE);
            List<Region> added =
                    IntStream.range(0, 5).mapToObj(i -> region(random)).toList();
            added.forEach(regions::add);
            Region other = region(random);

            List<Region> missing = regions.missing(other);

            assertThat(regions.isExact()).isTrue();
            for (Region point : points()) {
                boolean in = added.stream().anyMatch(region -> region.contains(point));
                assertThat(regions.all().stream().anyMatch(region -> region.contains(point)))
                        .isEqualTo(in);
                assertThat(missing.stream().anyMatch(region -> region.contains(point)))
                        .isEqualTo(other.contains(point) && !in);
            }
        }
    }

    @Test
    void givenMoreRegionsThanAreKept_whenAdded_thenTheSetGrowsOrLacksAndSaysSo() {
        Regions more = new Regions(new Effort(1_000_000), Beyond.MORE);
        Regions fewer = new Regions(new Effort(1_000_000), Beyond.FEWER);
        List<Region> diagonal = IntStream.range(0, 40)
                .mapToObj(i -> new Region(new long[] {1L << i, 1L << i}))
                .toList();

        diagonal.forEach(more::add);
        diagonal.forEach(fewer::add);

        assertThat(more.isExact()).isFalse();
        assertThat(fewer.isExact()).isFalse();
        assertThat(diagonal).allMatch(region -> more.missing(region).isEmpty());
        assertThat(fewer.all()).hasSizeLessThan(40).allMatch(diagonal::contains);
    }

    private static Region region(SplittableRandom random) {
        return new Region(IntStream.range(0, SLOTS)
                .mapToLong(slot -> 1 + random.nextInt((1 << CLASSES) - 1))
                .toArray());
    }

    private static List<Region> points() {
        return IntStream.range(0, CLASSES * CLASSES * CLASSES)
                .mapToObj(i -> new Region(new long[] {
                    1L << (i % CLASSES), 1L << ((i / CLASSES) % CLASSES), 1L << (i / (CLASSES * CLASSES))
                }))
                .toList();
    }
}
