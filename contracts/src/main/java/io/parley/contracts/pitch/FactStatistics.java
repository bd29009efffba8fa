package io.parley.contracts.pitch;

import java.util.List;

/**
 * What a fact is worth, and each of its pitches.
 *
 * @param fact its id
 * @param figures with any pitch or none
 * @param pitches those of the campaign in its order, then what is there no more, then the fact without any
 */
public record FactStatistics(String fact, SalesFigures figures, List<PitchStatistics> pitches) {

    public FactStatistics {
        pitches = List.copyOf(pitches);
    }
}
