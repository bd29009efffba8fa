package io.parley.orderflow.desk;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.desk.AgentView;
import io.parley.contracts.desk.DeskChange;
import io.parley.contracts.desk.DeskView;
import io.parley.contracts.desk.HandOffDetail;
import io.parley.contracts.desk.HandOffView;
import io.parley.orderflow.handoff.Agents;
import io.parley.orderflow.handoff.DeskFeed;
import io.parley.orderflow.handoff.HandOffQueue;
import io.parley.orderflow.handoff.HandOffRow;
import io.parley.orderflow.handoff.HandOffState;
import io.parley.orderflow.handoff.UsualWait;
import io.parley.orderflow.turn.Conversations;
import io.parley.orderflow.turn.DeskTurns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What people do at the desk. Done twice, it changes nothing the second time. */
@Service
final class DeskWork {

    private final Agents agents;
    private final HandOffQueue queue;
    private final UsualWait wait;
    private final DeskFeed feed;
    private final DeskTurns turns;
    private final Conversations conversations;

    DeskWork(
            Agents agents,
            HandOffQueue queue,
            UsualWait wait,
            DeskFeed feed,
            DeskTurns turns,
            Conversations conversations) {
        this.agents = agents;
        this.queue = queue;
        this.wait = wait;
        this.feed = feed;
        this.turns = turns;
        this.conversations = conversations;
    }

    DeskView desk() {
        List<HandOffRow> taken = queue.taken();
        List<HandOffView> handOffs = new ArrayList<>();
        for (HandOffRow row : queue.waiting()) {
            handOffs.add(row.view(Optional.of(handOffs.size() + 1)));
        }
        taken.forEach(row -> handOffs.add(row.view(Optional.empty())));
        return new DeskView(
                agents.onDuty().stream().map(agent -> view(agent, taken)).toList(),
                handOffs,
                wait.median().map(Duration::toSeconds).orElse(null));
    }

    AgentView here(String name) {
        boolean newly = !agents.isOnDuty(name);
        Agents.Agent agent = agents.here(name);
        if (newly) {
            feed.tell(new DeskChange(null, null, null));
        }
        return view(agent, queue.taken());
    }

    /** Somebody leaves; their customers go to the head of the queue at once. */
    void gone(String name) {
        agents.gone(name);
        queue.taken().stream().filter(row -> name.equals(row.agent())).forEach(turns::free);
        feed.tell(new DeskChange(null, null, null));
    }

    /**
     * @throws FaultException {@link Fault#HAND_OFF_NOT_FOUND}, {@link Fault#CONVERSATION_NOT_FOUND}
     */
    HandOffDetail detail(String id) {
        HandOffRow row = found(id);
        return conversations.forPerson(row.conversationId(), row.view(place(row)));
    }

    HandOffDetail take(String id, String agent) {
        if (!agents.isOnDuty(agent)) {
            throw new FaultException(
                    Fault.AGENT_OFF_DUTY, agent + " is not on duty; PUT /api/desk/agents/" + agent + " first.");
        }
        turns.take(openNow(id), agent);
        return detail(id);
    }

    HandOffDetail reply(String id, String agent, String replyId, String text) {
        // Also where it is over by now: the same reply again is no fault.
        turns.reply(found(id), agent, replyId, text);
        return detail(id);
    }

    HandOffDetail giveBack(String id, String agent, Map<String, String> slots) {
        HandOffRow row = found(id);
        if (!isDone(row, HandOffState.RETURNED, agent)) {
            turns.giveBack(openNow(id), agent, slots);
        }
        return detail(id);
    }

    HandOffDetail close(String id, String agent, String outcome) {
        HandOffRow row = found(id);
        if (!isDone(row, HandOffState.CLOSED, agent)) {
            turns.close(openNow(id), agent, outcome);
        }
        return detail(id);
    }

    private static boolean isDone(HandOffRow row, HandOffState end, String agent) {
        return row.state() == end && agent.equals(row.agent());
    }

    private HandOffRow openNow(String id) {
        HandOffRow row = found(id);
        if (!row.isOpen()) {
            throw new FaultException(
                    Fault.HAND_OFF_ENDED,
                    "Hand-off " + id + " is over: " + row.state().label() + ".");
        }
        return row;
    }

    private HandOffRow found(String id) {
        return queue.find(id)
                .orElseThrow(() -> new FaultException(
                        Fault.HAND_OFF_NOT_FOUND,
                        "There is no hand-off " + id + "; GET /api/desk lists those that wait."));
    }

    private Optional<Integer> place(HandOffRow row) {
        return row.state() == HandOffState.WAITING ? Optional.of(queue.place(row.id())) : Optional.empty();
    }

    private static AgentView view(Agents.Agent agent, List<HandOffRow> taken) {
        int talking = (int)
                taken.stream().filter(row -> agent.name().equals(row.agent())).count();
        return new AgentView(agent.name(), agent.until(), talking);
    }
}
