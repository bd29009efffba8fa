package io.parley.contracts.chat;

import java.util.List;

/**
 * A campaign as operators see it.
 *
 * @param problems why it is not sold, or warnings; each as {@code file:line: what. What to do.}
 */
public record CampaignView(
        String campaign,
        String title,
        String locale,
        String version,
        boolean ready,
        int states,
        int facts,
        List<String> problems) {

    public CampaignView {
        problems = List.copyOf(problems);
    }
}
