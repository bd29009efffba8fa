package io.parley.orderflow.handoff;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks at the desk for a customer. */
@Component
public final class Desks {

    private final Agents agents;
    private final HandOffQueue queue;
    private final UsualWait wait;

    Desks(Agents agents, HandOffQueue queue, UsualWait wait) {
        this.agents = agents;
        this.queue = queue;
        this.wait = wait;
    }

    /**
     * @param handOff of the customer; unknown if they do not wait yet
     */
    public Desk seenBy(String handOff) {
        return new Desk(
                agents.onDuty().stream().map(Agents.Agent::name).toList(),
                queue.place(handOff),
                wait.median().map(Duration::toSeconds).orElse(null));
    }
}
