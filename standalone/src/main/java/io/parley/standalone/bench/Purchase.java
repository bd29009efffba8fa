package io.parley.standalone.bench;

import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One customer going through a script. Where the varied words led elsewhere than the plain ones once did, they are said
 * again plainly, as a customer would; where that does not help either, the customer gives up.
 */
final class Purchase {

    private static final int ATTEMPTS = 5;
    private static final long PAUSE_MILLIS = 200;

    private final GatewayClient gateway;
    private final Script script;
    private final List<String> expectedStates;
    private final @Nullable Variation variation;
    private final OpenedConversation conversation;
    private final List<String> turnIds = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private int next;
    private boolean plainly;
    private int errors;
    private int strays;
    private @Nullable String outcome;
    private boolean ended;

    private Purchase(
            GatewayClient gateway,
            String campaign,
            Script script,
            List<String> expected,
            @Nullable Variation variation) {
        this.gateway = gateway;
        this.script = script;
        this.expectedStates = List.copyOf(expected);
        this.variation = variation;
        this.conversation = gateway.open(campaign, "bench");
    }

    /** A customer who says exactly what stands in the script. */
    static Purchase plain(GatewayClient gateway, String campaign, Script script) {
        return new Purchase(gateway, campaign, script, List.of(), null);
    }

    /**
     * A customer who says it in other words.
     *
     * @param expected the state after each line when it was said plainly
     */
    static Purchase varied(
            GatewayClient gateway, String campaign, Script script, List<String> expected, Variation variation) {
        return new Purchase(gateway, campaign, script, expected, variation);
    }

    /** Says the next thing; nothing more is to be said when this returns false. */
    boolean step() throws InterruptedException {
        ended = !hasMoreAfterSpeaking();
        return !ended;
    }

    private boolean hasMoreAfterSpeaking() throws InterruptedException {
        String line = script.lines().get(next);
        String text = plainly || variation == null ? line : variation.vary(line, script.names());
        TurnRequest turn = new TurnRequest(UUID.randomUUID().toString(), text);
        Optional<TurnReply> reply = send(turn);
        if (reply.isEmpty()) {
            return false;
        }
        turnIds.add(turn.turnId());
        outcome = reply.get().outcome();
        if (outcome == null && strayed(reply.get().state())) {
            strays++;
            boolean again = !plainly;
            plainly = true;
            return again;
        }
        states.add(reply.get().state());
        plainly = false;
        next++;
        return outcome == null && next < script.lines().size();
    }

    /** The state after each line so far. */
    List<String> states() {
        return List.copyOf(states);
    }

    boolean sold() {
        return "sale".equals(outcome);
    }

    /** Whether it was left at the end of the script or of the customer's patience, not in the middle by us. */
    boolean ended() {
        return ended;
    }

    String conversationId() {
        return conversation.id();
    }

    int turns() {
        return turnIds.size();
    }

    /** Calls that failed, whether or not they worked when made again. */
    int errors() {
        return errors;
    }

    /** Turns that did not lead where the plain words once did: misread, or not decided in time and asked again. */
    int strays() {
        return strays;
    }

    /** Turns that were answered but do not stand in the conversation exactly once, in order. */
    long lostTurns() {
        List<String> kept = gateway.conversation(conversation.id(), conversation.token()).turns().stream()
                .map(ConversationView.Turn::turnId)
                .toList();
        return turnIds.stream()
                .filter(id -> kept.stream().filter(id::equals).count() != 1)
                .count();
    }

    private boolean strayed(String state) {
        return next < expectedStates.size() && !expectedStates.get(next).equals(state);
    }

    private Optional<TurnReply> send(TurnRequest turn) throws InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return Optional.of(gateway.turn(conversation.id(), conversation.token(), turn));
            } catch (GatewayProblem e) {
                errors++;
                if (!e.retriable()) {
                    return Optional.empty();
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return Optional.empty();
    }
}
