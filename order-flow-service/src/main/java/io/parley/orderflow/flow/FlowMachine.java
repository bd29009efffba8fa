package io.parley.orderflow.flow;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.State;
import io.parley.contracts.ReservedState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.ObjectStateMachineFactory;
import org.springframework.statemachine.config.model.ConfigurationData;
import org.springframework.statemachine.config.model.DefaultStateMachineModel;
import org.springframework.statemachine.config.model.StateData;
import org.springframework.statemachine.config.model.StatesData;
import org.springframework.statemachine.config.model.TransitionData;
import org.springframework.statemachine.config.model.TransitionsData;
import org.springframework.statemachine.transition.TransitionKind;
import reactor.core.publisher.Mono;

/**
 * The state machine of one campaign version, and the single authority on which move is legal. The event that asks for a
 * move is the id of the state it leads to. Compiled once; {@link #at} makes a machine per turn. Thread-safe.
 */
public final class FlowMachine {

    static final String STANDING = "standing";

    private final ObjectStateMachineFactory<String, String> factory;
    private final Map<String, List<String>> possibleNext = new LinkedHashMap<>();

    public FlowMachine(Campaign campaign) {
        List<TransitionData<String, String>> transitions = new ArrayList<>();
        for (State state : campaign.states().values()) {
            if (!state.isFinal()) {
                transitions.addAll(movesFrom(campaign, state));
            }
        }
        factory = new ObjectStateMachineFactory<>(new DefaultStateMachineModel<>(
                new ConfigurationData<>(),
                new StatesData<>(campaign.states().values().stream()
                        .map(state -> node(state, campaign.start()))
                        .toList()),
                new TransitionsData<>(transitions)));
        factory.setContextEventsEnabled(false);
        StateMachine<String, String> machine = factory.getStateMachine();
        for (State state : campaign.states().values()) {
            possibleNext.put(state.id(), possibleNext(machine, state));
        }
    }

    /**
     * The possible next states that the network chooses from: where the machine has a move to, the state itself, and
     * the reserved states. Empty for a final state.
     */
    public List<String> possibleNext(String state) {
        return possibleNext.getOrDefault(state, List.of());
    }

    /**
     * A machine that stands where a session stands.
     *
     * @param state a state that the conversation reached legally
     */
    public FlowRun at(String state) {
        return new FlowRun(factory.getStateMachine(), state);
    }

    private static List<String> possibleNext(StateMachine<String, String> machine, State state) {
        if (state.isFinal()) {
            return List.of();
        }
        Set<String> next = new LinkedHashSet<>();
        machine.getTransitions().stream()
                .filter(move -> move.getSource().getId().equals(state.id()))
                .forEach(move -> next.add(move.getTarget().getId()));
        next.add(state.id());
        next.addAll(ReservedState.labels());
        return List.copyOf(next);
    }

    private static StateData<String, String> node(State state, String start) {
        StateData<String, String> node = new StateData<>(state.id(), state.id().equals(start));
        node.setEnd(state.isFinal());
        return node;
    }

    /** The edges as they are written, and the way out that every state has: to give up. */
    private static List<TransitionData<String, String>> movesFrom(Campaign campaign, State state) {
        Map<String, TransitionData<String, String>> moves = new LinkedHashMap<>();
        for (Edge edge : state.next()) {
            if (campaign.isLost(edge.to())) {
                moves.put(edge.to(), new TransitionData<>(state.id(), edge.to(), edge.to()));
            } else {
                moves.put(
                        edge.to(),
                        new TransitionData<>(
                                state.id(),
                                edge.to(),
                                edge.to(),
                                List.of(),
                                context -> Mono.just(standing(context).mayLeave(state, edge)),
                                TransitionKind.EXTERNAL));
            }
        }
        campaign.wayOut(state).ifPresent(lost -> moves.putIfAbsent(lost, new TransitionData<>(state.id(), lost, lost)));
        return List.copyOf(moves.values());
    }

    private static Standing standing(StateContext<String, String> context) {
        Standing standing = context.getExtendedState().get(STANDING, Standing.class);
        if (standing == null) {
            throw new IllegalStateException("the machine was asked to move before it was told what is known");
        }
        return standing;
    }
}
