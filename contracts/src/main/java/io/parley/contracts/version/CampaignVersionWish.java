package io.parley.contracts.version;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version that an operator sends.
 *
 * @param base the version that is edited: files that are not named stay as they are in it; null for none
 * @param note what the author says about it; null for nothing
 * @param files text by name, {@code flow.yaml} for example; a null removes the file
 */
public record CampaignVersionWish(
        @Nullable Integer base, @Nullable String note, Map<String, @Nullable String> files) {

    public CampaignVersionWish {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }
}
