package io.parley.contracts.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The desk as it stands.
 *
 * @param agents who is on duty, by name
 * @param handOffs those that wait, in the order of the queue, then those that are taken
 * @param usualWaitSeconds the median wait of the latest hand-offs; null where none was measured
 */
public record DeskView(
        List<AgentView> agents,
        List<HandOffView> handOffs,
        @Nullable Long usualWaitSeconds) {

    public DeskView {
        agents = List.copyOf(agents);
        handOffs = List.copyOf(handOffs);
    }
}
