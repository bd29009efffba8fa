package io.parley.orderflow.turn;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.Contribution;
import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.handoff.Desk;
import io.parley.orderflow.order.PaymentProvider.Charge;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.pitch.Odds;
import io.parley.orderflow.pitch.PitchOdds;
import io.parley.orderflow.policy.AnswerQuestion;
import io.parley.orderflow.policy.CurrentModels;
import io.parley.orderflow.policy.NextStateQuestion;
import io.parley.orderflow.policy.PolicyProperties;
import io.parley.orderflow.policy.VersionedModels;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.review.DoubtfulTurn;
import io.parley.orderflow.secret.Vault;
import io.parley.orderflow.secret.Vaults;
import io.parley.session.SealedTurn;
import io.parley.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A gift card is bought, with a question and a correction on the way, and every turn is recorded. */
public final class RecordedPurchase {

    public static final String CARD = "4539 1488 0343 6467";
    public static final String EMAIL = "ada@example.com";

    private static final ModelProvenance NETWORK = new ModelProvenance("v1", "hash", 1);
    private static final Vault VAULT = Vaults.withKey(1);

    /** What is said, and what the network takes it for. */
    private static final Map<String, String> NETWORK_SAYS = Map.of(
            "yes please",
            "ask-design",
            "the rocket",
            "ask-quantity",
            "how long does delivery take",
            "question",
            "two",
            "ask-delivery",
            "make that five cards",
            "correction",
            "next friday",
            "ask-buyer",
            "Ada Lovelace, " + EMAIL,
            "confirm-order",
            "yes, order it",
            "payment",
            CARD,
            "completed");

    public static final List<String> SAID = List.of(
            "yes please",
            "the rocket",
            "how long does delivery take",
            "two",
            "make that five cards",
            "next friday",
            "Ada Lovelace, " + EMAIL,
            "yes, order it",
            CARD);

    private RecordedPurchase() {}

    /** One of a customer with that conversation's id. */
    public static List<TurnRecord> of(Campaigns campaigns, String conversation) {
        return of(campaigns, conversation, "chat", SAID, new World());
    }

    /** One that a conversation test makes. */
    public static List<TurnRecord> rehearsed(Campaigns campaigns, String conversation) {
        return of(campaigns, conversation, Curtain.REHEARSAL, SAID, new World());
    }

    static List<TurnRecord> of(
            Campaigns campaigns, String conversation, String channel, List<String> said, Outside outside) {
        OfferedCampaign offered = campaigns.offered("gift-card");
        List<TurnRecord> records = new ArrayList<>();
        Session session = blank(offered, conversation, channel);
        for (String text : said) {
            Words words = Words.of(text);
            Witness witness = new Witness(outside);
            String turnId = "t-" + session.turn();
            Spoken spoken;
            try {
                spoken = act().play(offered, session, turnId, words, Stage.NOON, witness);
            } catch (IllegalStateException e) {
                spoken = act().excuse(offered, session, turnId, words, Stage.NOON);
            }
            records.add(TurnRecord.of(session, words, spoken, witness));
            session = spoken.session();
        }
        return records;
    }

    /** What a customer of that world makes doubtful, turn by turn. */
    static List<List<DoubtfulTurn>> doubtful(Campaigns campaigns, List<String> said, Outside outside) {
        OfferedCampaign offered = campaigns.offered("gift-card");
        List<List<DoubtfulTurn>> doubtful = new ArrayList<>();
        Session session = blank(offered, "c-1", "chat");
        for (String text : said) {
            Words words = Words.of(text);
            Witness witness = new Witness(outside);
            Spoken spoken = act().play(offered, session, "t-" + session.turn(), words, Stage.NOON, witness);
            doubtful.add(WorthALook.of(session, spoken, words, witness.seen()));
            session = spoken.session();
        }
        return doubtful;
    }

    public static Retake retake(Campaigns campaigns) {
        return new Retake(campaigns, act());
    }

    /** @param models who answer now */
    public static Audition audition(CurrentModels models) {
        return new Audition(act(), models);
    }

    /** @param key seals of the same number open what the others sealed */
    public static TurnSeal seal(int key) {
        return new TurnSeal(JsonMapper.shared(), Vaults.withKey(key));
    }

    /** Sealed as a live turn seals it. */
    public static SealedTurn sealed(TurnRecord record) {
        return sealed(record, 1);
    }

    /** @param key as {@link #seal} takes it */
    public static SealedTurn sealed(TurnRecord record, int key) {
        return seal(key).seal(record);
    }

    /** The models that answered, still there. */
    public static CurrentModels models() {
        World world = new World();
        return new CurrentModels() {
            @Override
            public Optional<NextStateReply> nextState(NextStateQuestion question, String version) {
                return world.nextState(question);
            }

            @Override
            public Optional<AnswerReply> answer(AnswerQuestion question, String version) {
                return world.answer(question);
            }

            @Override
            public Optional<NextStateReply> nextState(NextStateQuestion question) {
                return world.nextState(question);
            }

            @Override
            public Optional<AnswerReply> answer(AnswerQuestion question) {
                return world.answer(question);
            }
        };
    }

    /** The versions that answered are deleted. */
    static VersionedModels gone() {
        return new VersionedModels() {
            @Override
            public Optional<NextStateReply> nextState(NextStateQuestion question, String version) {
                return Optional.empty();
            }

            @Override
            public Optional<AnswerReply> answer(AnswerQuestion question, String version) {
                return Optional.empty();
            }
        };
    }

    private static Act act() {
        PolicyProperties policy = new PolicyProperties(Duration.ofMillis(800), 6, 3, 3);
        BucketRenderer buckets = new BucketRenderer();
        return new Act(policy, new TurnPlayer(buckets, policy), new Curtain(buckets, VAULT), buckets);
    }

    private static Session blank(OfferedCampaign offered, String conversation, String channel) {
        return new Session(
                new Session.Contact(
                        conversation,
                        "token-hash",
                        "gift-card",
                        offered.campaign().version(),
                        channel,
                        7,
                        Stage.NOON),
                1,
                0,
                offered.campaign().start(),
                List.of(),
                Map.of(),
                Session.SpokenMemory.EMPTY,
                null,
                null,
                null,
                null,
                Stage.NOON);
    }

    /** Models and a payment provider that do as the customer of this purchase expects. */
    static class World implements Outside {

        @Override
        public Optional<NextStateReply> nextState(NextStateQuestion question) {
            String state = NETWORK_SAYS.getOrDefault(question.text().value(), masked(question));
            return Optional.of(new NextStateReply(
                    "request-" + System.nanoTime(),
                    List.of(new ScoredState(state, 0.8125), new ScoredState("other", 0.1875)),
                    0.1,
                    0.5,
                    0.9,
                    0.2,
                    NETWORK,
                    List.of(new Contribution("word 'rocket'", 1.5)),
                    System.nanoTime() % 1_000,
                    null));
        }

        private static String masked(NextStateQuestion question) {
            return question.text().value().contains("<card>") ? "completed" : "confirm-order";
        }

        @Override
        public Optional<AnswerReply> answer(AnswerQuestion question) {
            return Optional.of(Recollections.of("delivery-time", 0.1));
        }

        @Override
        public PitchOdds odds(String campaign) {
            return Odds.even();
        }

        @Override
        public boolean isOrdered(String conversation) {
            return false;
        }

        @Override
        public Desk desk(String handOff) {
            return Desk.EMPTY;
        }

        @Override
        public PaymentResult charge(String conversation, Charge charge) {
            return new PaymentResult.Approved(
                    "sandbox-" + charge.card().orElseThrow().substring(12));
        }
    }
}
