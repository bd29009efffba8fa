package io.parley.contracts.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a campaign's conversation tests went. */
public record ConversationTestReport(String campaign, int passed, int failed, List<Result> results) {

    public ConversationTestReport {
        results = List.copyOf(results);
    }

    /**
     * @param file where the test stands, with the line of the first turn that differs
     * @param difference what was expected and what came instead; null if it passed
     */
    public record Result(
            String file,
            String conversation,
            boolean passed,
            @Nullable String difference) {}
}
