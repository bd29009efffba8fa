package io.parley.campaign;

/**
 * A step of a conversation that shows something.
 *
 * @param state where the customer is
 * @param customer what the customer does: {@code gives quantity = 3}
 * @param to where that leads
 */
public record ConversationStep(String state, String customer, String to) {

    @Override
    public String toString() {
        return state + ": the customer " + customer + " -> " + to;
    }
}
