package io.parley.orderflow.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandOffQueueTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final SetClock clock = new SetClock(NOON);
    private final DeskDatabase database = new DeskDatabase(clock);
    private final HandOffQueue queue = database.queue();

    @Test
    void givenSeveralCustomers_whenTheyAsk_thenWhoeverAskedFirstIsFirst() {
        ask("b", 5);
        ask("a", 0);
        ask("c", 9);

        assertThat(waiting()).containsExactly("a", "b", "c");
        assertThat(queue.place("b")).isEqualTo(2);
        assertThat(queue.place("somebody new")).isEqualTo(4);
    }

    @Test
    void givenATurnThatIsPlayedAgain_whenItsCustomerEntersAgain_thenTheyAreThereOnceAtTheirPlace() {
        ask("a", 0);
        ask("b", 5);
        ask("a", 9);

        assertThat(waiting()).containsExactly("a", "b");
    }

    @Test
    void givenAPersonWhoHadToLeave_whenTheirCustomerIsFreed_thenNobodyIsBeforeThem() {
        ask("a", 0);
        ask("b", 1);
        queue.taken("b", "Anna", NOON.plusSeconds(10));

        queue.freed("b", NOON.plusSeconds(60));

        assertThat(waiting()).containsExactly("b", "a");
        assertThat(queue.find("b").orElseThrow().agent()).isNull();
    }

    @Test
    void givenAHandOffThatIsTakenTwice_whenItsWaitIsMeasured_thenTheFirstTimeCounts() {
        ask("a", 0);
        queue.taken("a", "Anna", NOON.plusSeconds(40));
        queue.freed("a", NOON.plusSeconds(50));
        queue.taken("a", "Ben", NOON.plusSeconds(500));

        assertThat(database.usualWait().median()).contains(Duration.ofSeconds(40));
        assertThat(database.meters().timer("parley.hand.offs.wait").count()).isEqualTo(1);
        assertThat(queue.find("a").orElseThrow().agent()).isEqualTo("Ben");
    }

    @Test
    void givenNoHandOffThatWasTaken_whenTheUsualWaitIsAsked_thenNothingIsInvented() {
        ask("a", 0);

        assertThat(database.usualWait().median()).isEmpty();
        assertThat(database.desks().seenBy("new")).isEqualTo(new Desk(List.of(), 2, null));
    }

    @Test
    void givenManyWaits_whenTheUsualOneIsAsked_thenOneThatIsFarOffMovesNothing() {
        take("a", 10);
        take("b", 20);
        take("c", 30_000);

        assertThat(database.usualWait().median()).contains(Duration.ofSeconds(20));
    }

    @Test
    void givenAHandOffThatIsOver_whenItEndsAgain_thenItStaysAsItIs() {
        ask("a", 0);
        queue.ended("a", HandOffState.RETURNED, null, NOON.plusSeconds(5));
        queue.ended("a", HandOffState.WITHDRAWN, "lost", NOON.plusSeconds(9));

        assertThat(queue.find("a")).hasValueSatisfying(row -> {
            assertThat(row.state()).isEqualTo(HandOffState.RETURNED);
            assertThat(row.outcome()).isNull();
            assertThat(row.endedAt()).isEqualTo(NOON.plusSeconds(5));
        });
        assertThat(database.meters()
                        .counter("parley.hand.offs.ended", "end", "returned")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void givenOldHandOffs_whenTheirRetentionIsOver_thenOnlyThoseThatEndedAreForgotten() {
        ask("over", 0);
        ask("open", 0);
        queue.ended("over", HandOffState.CLOSED, "ended", NOON);
        clock.passes(DeskDatabase.PATIENCE.retention().plusSeconds(1));

        queue.forgetOld();

        assertThat(queue.find("over")).isEmpty();
        assertThat(queue.find("open")).isPresent();
    }

    @Test
    void givenCustomersWhoWaitAndTalk_whenMeasured_thenTheGaugesTellThem() {
        ask("a", 0);
        ask("b", 0);
        take("c", 1);

        assertThat(database.meters().get("parley.hand.offs.waiting").gauge().value())
                .isEqualTo(2);
        assertThat(database.meters().get("parley.hand.offs.taken").gauge().value())
                .isEqualTo(1);
    }

    private void take(String id, int afterSeconds) {
        ask(id, 0);
        queue.taken(id, "Anna", NOON.plusSeconds(afterSeconds));
    }

    private void ask(String id, int seconds) {
        queue.enter(id, "conversation-" + id, "gift-card", NOON.plusSeconds(seconds));
    }

    private List<String> waiting() {
        return queue.waiting().stream().map(HandOffRow::id).toList();
    }
}
