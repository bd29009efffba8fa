package io.parley.contracts.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact as operators see it.
 *
 * @param id the fact's id
 * @param current the version that counts
 * @param problems what is wrong with it, if anything is; a fact with an error is told to nobody
 * @param earlier the versions before, the latest first; null where they were not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactView(
        String id,
        FactVersion current,
        List<String> problems,
        @Nullable List<FactVersion> earlier) {

    public FactView {
        problems = List.copyOf(problems);
        earlier = earlier == null ? null : List.copyOf(earlier);
    }
}
