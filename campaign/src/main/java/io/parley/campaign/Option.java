package io.parley.campaign;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One thing that can be chosen.
 *
 * @param say how we name it in a sentence
 * @param synonyms how else customers name it
 * @param price of one, in the campaign's currency
 */
public record Option(String id, String say, List<String> synonyms, Optional<BigDecimal> price) {

    public Option {
        synonyms = List.copyOf(synonyms);
    }
}
