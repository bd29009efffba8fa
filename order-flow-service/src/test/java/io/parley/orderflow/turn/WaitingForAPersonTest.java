package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.desk.HandOffStatus;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.handoff.Desk;
import io.parley.orderflow.policy.AnswerQuestion;
import io.parley.orderflow.policy.NextStateQuestion;
import io.parley.orderflow.policy.VersionedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a customer hears who asks for a person, and that it is replayed as it was. */
class WaitingForAPersonTest {

    private static final ModelProvenance NETWORK = new ModelProvenance("v1", "hash", 1);
    private static final Desk MANNED = new Desk(List.of("Anna"), 2, 200L);

    /** What they said then is in the record. */
    private static final VersionedModels GONE = new VersionedModels() {
        @Override
        public Optional<NextStateReply> nextState(NextStateQuestion question, String version) {
            return Optional.empty();
        }

        @Override
        public Optional<AnswerReply> answer(AnswerQuestion question, String version) {
            return Optional.empty();
        }
    };

    private final Campaigns campaigns = CampaignFolders.giftCard();

    @Test
    void givenSomebodyOnDuty_whenAPersonIsAskedFor_thenPlaceAndMeasuredWaitAreTold() {
        TurnRecord asked = play(MANNED, "a person please").getLast();

        assertThat(asked.exchange().reply())
                .contains("I am putting you through.", "number 2", "4 minutes", "never mind");
        assertThat(asked.exchange().handOff()).isEqualTo(new HandOffStatus("waiting", null));
        assertThat(asked.exchange().choices()).endsWith("Never mind");
        assertThat(asked.after().handOff()).isNotNull();
        assertThat(asked.after().state()).isEqualTo("greeting");
        assertThat(asked.seen().desk()).isEqualTo(MANNED);
    }

    @Test
    void givenNoWaitThatWasMeasured_whenAPersonIsAskedFor_thenNoTimeIsTold() {
        String told = play(new Desk(List.of("Anna"), 1, null), "a person please")
                .getLast()
                .exchange()
                .reply();

        assertThat(told).contains("number 1").doesNotContain("minute");
    }

    @Test
    void givenAShortUsualWait_whenAPersonIsAskedFor_thenAMinuteIsTold() {
        assertThat(play(new Desk(List.of("Anna"), 1, 8L), "a person please")
                        .getLast()
                        .exchange()
                        .reply())
                .contains("a minute");
    }

    @Test
    void givenNobodyOnDuty_whenAPersonIsAskedFor_thenTheReplySaysSoAndACallBackIsTaken() {
        List<TurnRecord> records = play(Desk.EMPTY, "a person please", "212 555 0123");

        assertThat(records.getFirst().exchange().reply())
                .contains("desk", "call you", "telephone number")
                .doesNotContain("putting you through");
        assertThat(records.getFirst().after().handOff()).isNull();
        assertThat(records.getLast().exchange().reply()).contains("a colleague will call you on that number");
    }

    @Test
    void givenACustomerWhoWaits_whenTheySayWhatLeadsNowhere_thenTheirPlaceIsToldNeverInTheSameWordsTwice() {
        List<TurnRecord> records = play(MANNED, "a person please", "hello?", "anybody there?", "", "a person, I said");

        List<String> replies =
                records.stream().map(record -> record.exchange().reply()).toList();
        for (int turn = 1; turn < replies.size(); turn++) {
            assertThat(replies.get(turn)).contains("number 2").isNotEqualTo(replies.get(turn - 1));
        }
        assertThat(records.getLast().after().memory().misses()).isZero();
        assertThat(records.getLast().ground()).isEqualTo(Ground.WAITS_FOR_PERSON);
    }

    @Test
    void givenACustomerWhoWaits_whenTheyGoOnWithTheOrder_thenItIsTakenAndTheyKeepTheirPlace() {
        List<TurnRecord> records = play(MANNED, "a person please", "yes please", "the rocket");

        assertThat(records.getLast().after().state()).isEqualTo("ask-quantity");
        assertThat(records.getLast().after().slots()).containsEntry("design", List.of("rocket"));
        assertThat(records.getLast().after().handOff())
                .isEqualTo(records.getFirst().after().handOff());
    }

    @Test
    void givenACustomerWhoWaits_whenTheySayNeverMind_thenTheyAreBackWhereTheyWere() {
        TurnRecord left = play(MANNED, "yes please", "a person please", "never mind, let's go on")
                .getLast();

        assertThat(left.after().handOff()).isNull();
        assertThat(left.exchange().handOff()).isNull();
        assertThat(left.after().state()).isEqualTo("ask-design");
        assertThat(left.exchange().reply()).contains("Which design");
        assertThat(left.seen().nextState()).as("no model is asked for that").isNull();
    }

    @Test
    void givenACustomerWhoWaits_whenTheyLeaveANumber_thenItIsNotedAndNobodyIsWaitedForAnyMore() {
        TurnRecord left = play(MANNED, "a person please", "212 555 0123").getLast();

        assertThat(left.after().handOff()).isNull();
        assertThat(left.ground()).isEqualTo(Ground.NUMBER_LEFT);
        assertThat(left.exchange().reply()).contains("will call you on that number");
    }

    @Test
    void givenACustomerWhoWaits_whenTheLastPersonHasLeft_thenTheyAreToldSoAndACallBackIsTaken() {
        List<Desk> seen = new ArrayList<>(List.of(MANNED, Desk.EMPTY));
        TurnRecord told = play(seen, "a person please", "hello?").getLast();

        assertThat(told.exchange().reply()).contains("desk", "telephone number");
        assertThat(told.after().handOff()).isNull();
    }

    @Test
    void givenARehearsal_whenAPersonIsAskedFor_thenNobodyIsCalledToTheDesk() {
        TurnRecord asked = RecordedPurchase.of(
                        campaigns, "c-1", Curtain.REHEARSAL, List.of("a person please"), world(List.of(MANNED)))
                .getFirst();

        assertThat(asked.after().handOff()).isNull();
        assertThat(asked.seen().desk()).isNull();
    }

    private List<TurnRecord> play(Desk desk, String... said) {
        return play(List.of(desk), said);
    }

    /** Plays, and sees to it that every turn comes out the same when it is played again. */
    private List<TurnRecord> play(List<Desk> desks, String... said) {
        List<TurnRecord> records = RecordedPurchase.of(campaigns, "c-1", "chat", List.of(said), world(desks));
        for (TurnRecord record : records) {
            Retake.Retaken again = RecordedPurchase.retake(campaigns).play(record, GONE);
            assertThat(again.record().timeless()).isEqualTo(record.timeless());
        }
        return records;
    }

    private static Outside world(List<Desk> desks) {
        List<Desk> left = new ArrayList<>(desks);
        return new RecordedPurchase.World() {
            @Override
            public Optional<NextStateReply> nextState(NextStateQuestion question) {
                String said = question.text().value();
                if (said.contains("person")) {
                    return Optional.of(reply("person", 0.9));
                }
                return said.contains("?") ? Optional.of(reply("other", 0.3)) : super.nextState(question);
            }

            @Override
            public Desk desk(String handOff) {
                return left.size() > 1 ? left.removeFirst() : left.getFirst();
            }
        };
    }

    private static NextStateReply reply(String state, double probability) {
        return new NextStateReply(
                "request",
                List.of(new ScoredState(state, probability), new ScoredState("other", 1 - probability)),
                0.1,
                0.5,
                0.9,
                null,
                NETWORK,
                List.of(),
                1,
                null);
    }
}
