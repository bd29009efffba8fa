package io.parley.contracts.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts that mean about the same.
 *
 * @param members their places in the request, from 0; the most typical text first, then by how alike they are to it
 * @param similarFact the fact that comes closest to the most typical text; null where the campaign has none
 */
public record TextGroup(List<Integer> members, @Nullable SimilarFact similarFact) {

    public TextGroup {
        members = List.copyOf(members);
    }
}
