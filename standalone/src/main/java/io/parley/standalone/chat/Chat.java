package io.parley.standalone.chat;

import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayProblem;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One conversation, from the greeting to whatever end it takes. */
final class Chat {

    private final GatewayClient gateway;
    private final Customer customer;
    private final PrintWriter out;
    private final Duration patience;
    private final Duration pause;

    /**
     * @param patience how long the same words are sent again while Parley does not answer
     * @param pause between two attempts
     */
    Chat(GatewayClient gateway, Customer customer, PrintWriter out, Duration patience, Duration pause) {
        this.gateway = gateway;
        this.customer = customer;
        this.out = out;
        this.patience = patience;
        this.pause = pause;
    }

    /** Returns when the conversation has ended or the customer has left. */
    void hold(String campaign) throws InterruptedException {
        OpenedConversation conversation = persistently(() -> gateway.open(campaign, "terminal"));
        out.println(conversation.title() + "  (/quit leaves, /help tells more)");
        out.println();
        tell(conversation.reply(), conversation.choices());
        String outcome = conversation.outcome();
        Listening listening = new Listening(gateway, conversation);
        while (outcome == null) {
            Optional<String> said = customer.say();
            if (said.isEmpty() || isQuit(said.get())) {
                out.println("Good-bye.");
                out.flush();
                return;
            }
            outcome = said.get().isBlank()
                    ? listening.isPersonAround() ? hear(listening) : null
                    : answer(conversation, listening, said.get().strip());
        }
    }

    /** What a person wrote, and what was said of one, since the customer last wrote or looked. */
    private @Nullable String hear(Listening listening) throws InterruptedException {
        ConversationView view = persistently(listening::read);
        for (ConversationView.Turn turn : listening.news(view)) {
            out.println(turn.by() == null ? turn.reply() : turn.by() + ": " + turn.reply());
        }
        out.flush();
        return view.outcome();
    }

    private @Nullable String answer(OpenedConversation conversation, Listening listening, String said)
            throws InterruptedException {
        if (said.equals("/help")) {
            out.println("Write what you would say. 'Back', 'repeat', 'start over' and 'I want to talk to a person' work"
                    + " everywhere, and so do questions. /quit leaves.");
            out.flush();
            return null;
        }
        TurnRequest turn = new TurnRequest(UUID.randomUUID().toString(), said);
        try {
            TurnReply reply = persistently(() -> gateway.turn(conversation.id(), conversation.token(), turn));
            tell(reply.reply(), reply.choices());
            listening.around(reply.handOff());
            if (reply.handOff() != null) {
                String outcome = hear(listening);
                out.println("(Enter shows what was written meanwhile.)");
                out.flush();
                return outcome;
            }
            if (reply.order() != null) {
                out.println("Order " + reply.order().id() + ", " + reply.order().total());
                out.flush();
            }
            return reply.outcome();
        } catch (GatewayProblem e) {
            if (e.status() == 413 || e.status() == 422) {
                out.println(e.getMessage());
                out.flush();
                return null;
            }
            throw e;
        }
    }

    private static boolean isQuit(String said) {
        String command = said.strip().toLowerCase(Locale.ROOT);
        return command.equals("/quit") || command.equals("/exit");
    }

    private void tell(String reply, List<String> choices) {
        reply.lines().forEach(out::println);
        if (!choices.isEmpty()) {
            out.println("  [" + String.join("] [", choices) + "]");
        }
        out.flush();
    }

    /** The same call again while Parley is away: a turn sent twice takes effect once. */
    private <T> T persistently(Supplier<T> call) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (true) {
            try {
                return call.get();
            } catch (GatewayProblem e) {
                if (!e.retriable() || System.nanoTime() > until) {
                    throw e;
                }
                if (!told) {
                    out.println("(Parley does not answer; trying again …)");
                    out.flush();
                    told = true;
                }
                Thread.sleep(pause);
            }
        }
    }
}
