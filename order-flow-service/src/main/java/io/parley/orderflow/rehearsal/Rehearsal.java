package io.parley.orderflow.rehearsal;

import io.parley.campaign.Campaign;
import io.parley.campaign.ConversationTest;
import io.parley.contracts.FaultException;
import io.parley.contracts.chat.ConversationTestReport;
import io.parley.contracts.chat.ConversationTestReport.Result;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.OrderView;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.flow.Standing;
import io.parley.orderflow.order.Orders;
import io.parley.orderflow.turn.Conversations;
import io.parley.orderflow.turn.TurnService;
import io.parley.session.Exchange;
import io.parley.session.RedisSessionStore;
import io.parley.session.Session;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Plays conversation tests turn by turn and names the first turn that differs. A test is always told the same of several
 * equivalent replies.
 */
@Service
public final class Rehearsal {

    private static final LocalTime TIME_OF_DAY = LocalTime.of(10, 0);

    private final Conversations conversations;
    private final TurnService turns;
    private final RedisSessionStore sessions;
    private final Orders orders;

    Rehearsal(Conversations conversations, TurnService turns, RedisSessionStore sessions, Orders orders) {
        this.conversations = conversations;
        this.turns = turns;
        this.sessions = sessions;
        this.orders = orders;
    }

    public ConversationTestReport play(OfferedCampaign offered) {
        List<Result> results = new ArrayList<>();
        for (ConversationTest test : offered.tests()) {
            results.add(playOrFail(offered, test));
        }
        int passed = (int) results.stream().filter(Result::passed).count();
        return new ConversationTestReport(offered.campaign().id(), passed, results.size() - passed, results);
    }

    /** A test that cannot be played to its end has failed; the others are played all the same. */
    public Result playOrFail(OfferedCampaign offered, ConversationTest test) {
        try {
            return play(offered, test);
        } catch (FaultException e) {
            return new Result(test.file(), test.title(), false, "it cannot be played on: " + e.getMessage());
        }
    }

    private Result play(OfferedCampaign offered, ConversationTest test) {
        Clock clock = Clock.fixed(
                test.today()
                        .atTime(TIME_OF_DAY)
                        .atZone(offered.campaign().timezone())
                        .toInstant(),
                offered.campaign().timezone());
        OpenedConversation opened =
                conversations.rehearse(offered, clock, test.file().hashCode());
        int number = 0;
        for (ConversationTest.Turn turn : test.turns()) {
            number++;
            Exchange exchange = turns.take(opened.id(), "turn-" + number, turn.customer(), clock);
            Session session = sessions.load(opened.id()).orElseThrow();
            Optional<String> difference = difference(offered.campaign(), turn, exchange, session);
            if (difference.isPresent()) {
                return new Result(
                        test.file() + ":" + turn.line(),
                        test.title(),
                        false,
                        "after \"" + turn.customer() + "\": " + difference.get() + "; the reply was \""
                                + exchange.reply() + "\"");
            }
        }
        return test.order()
                .flatMap(expected -> orderDifference(expected, opened.id()))
                .map(difference -> new Result(test.file(), test.title(), false, difference))
                .orElseGet(() -> new Result(test.file(), test.title(), true, null));
    }

    private static Optional<String> difference(
            Campaign campaign, ConversationTest.Turn expected, Exchange exchange, Session session) {
        List<String> differences = new ArrayList<>();
        expected.state()
                .filter(state -> !state.equals(exchange.state()))
                .ifPresent(state -> differences.add("state is " + exchange.state() + " instead of " + state));
        Map<String, List<String>> standing =
                Standing.of(campaign, session.slots(), false).values();
        expected.slots().forEach((slot, values) -> {
            // Nothing was said of a slot with a default: it has none, and it has that.
            Map<String, List<String>> known = values.isEmpty() ? session.slots() : standing;
            List<String> actual = known.getOrDefault(slot, List.of());
            if (!actual.equals(values)) {
                differences.add("slot " + slot + " is " + actual + " instead of " + values);
            }
        });
        expected.fact().ifPresent(fact -> {
            List<String> told = session.memory().told();
            if (told.isEmpty() || !told.getLast().equals(fact)) {
                differences.add(
                        "the fact told is " + (told.isEmpty() ? "none" : told.getLast()) + " instead of " + fact);
            }
        });
        String reply = exchange.reply().toLowerCase(Locale.ROOT);
        expected.says().stream()
                .filter(words -> !reply.contains(words.toLowerCase(Locale.ROOT)))
                .forEach(words -> differences.add("the reply does not say \"" + words + "\""));
        expected.outcome()
                .filter(outcome -> !outcome.equals(exchange.outcome()))
                .ifPresent(outcome -> differences.add("outcome is " + exchange.outcome() + " instead of " + outcome));
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", differences));
    }

    private Optional<String> orderDifference(ConversationTest.Order expected, String conversation) {
        Optional<OrderView> placed =
                sessions.load(conversation).map(Session::orderId).flatMap(orders::find);
        if (!expected.placed()) {
            return placed.map(order -> "an order was placed although none was expected");
        }
        if (placed.isEmpty()) {
            return Optional.of("no order was placed");
        }
        OrderView order = placed.get();
        List<String> differences = new ArrayList<>();
        expected.total()
                .filter(total -> total.compareTo(order.total()) != 0)
                .ifPresent(total -> differences.add("the total is " + order.total() + " instead of " + total));
        expected.slots().forEach((slot, values) -> {
            List<String> actual = order.slots().getOrDefault(slot, List.of());
            if (!actual.equals(values)) {
                differences.add("the order's " + slot + " is " + actual + " instead of " + values);
            }
        });
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", differences));
    }
}
