package io.parley.orderflow.flow;

import java.util.Map;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.support.DefaultExtendedState;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/** One turn's machine. Not thread-safe; close it when the turn is over. */
public final class FlowRun implements AutoCloseable {

    private final StateMachine<String, String> machine;
    private String state;

    FlowRun(StateMachine<String, String> machine, String state) {
        this.machine = machine;
        this.state = state;
        restore(state);
    }

    public String state() {
        return state;
    }

    /**
     * Asks for a move.
     *
     * @return whether it was made. The machine's own answer to the event is of no use here: it accepts an event whose
     *     guard is false, so the states are compared
     */
    public boolean move(String to, Standing standing) {
        machine.getExtendedState().getVariables().put(FlowMachine.STANDING, standing);
        machine.sendEvent(Mono.just(MessageBuilder.withPayload(to).build())).blockLast();
        if (machine.hasStateMachineError()) {
            throw new IllegalStateException("the move from " + state + " to " + to + " failed inside the machine");
        }
        boolean moved = machine.getState().getId().equals(to) && !to.equals(state);
        state = machine.getState().getId();
        return moved;
    }

    /**
     * Puts the machine back to a state the conversation was in before: after "go back", "start over", or a correction
     * that has to be asked for.
     */
    public void restore(String earlier) {
        machine.stopReactively().block();
        machine.getStateMachineAccessor()
                .doWithAllRegions(access -> access.resetStateMachineReactively(new DefaultStateMachineContext<
                                String, String>(earlier, null, Map.of(), new DefaultExtendedState(), null, null))
                        .block());
        machine.startReactively().block();
        state = earlier;
    }

    @Override
    public void close() {
        machine.stopReactively().block();
    }
}
