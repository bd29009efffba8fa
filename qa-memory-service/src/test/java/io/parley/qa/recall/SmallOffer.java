package io.parley.qa.recall;

import io.parley.campaign.Fact;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.jobs.ProgressListener;
import io.parley.qa.memory.TrainingSettings;
import java.util.List;
import java.util.Optional;

/** Gift cards with a handful of facts: enough to train on in a second or two. */
public final class SmallOffer {

    private static final TrainingSettings SETTINGS = new TrainingSettings(24, 8, 2, 6, 16, 0.001, 0.1, 10, 6);

    private SmallOffer() {}

    /** Trained on everything below. */
    public static AnswerModel trained(long seed) {
        return new AnswerTrainer(PhraseEncoder.shared(List.of(Pretrained.MINILM)), SETTINGS, seed)
                .train(facts(), texts(), ProgressListener.SILENT);
    }

    public static List<Fact> facts() {
        return List.of(
                fact(
                        "delivery-time",
                        "Cards leave the same day and take two to three days.",
                        "How long does delivery take?",
                        "when will it get here",
                        "how many days until it arrives",
                        "is it here by Friday",
                        "how fast do you ship"),
                fact(
                        "price",
                        "A card is 25 dollars, postage included.",
                        "What does a card cost?",
                        "how much is it",
                        "what is the price of one",
                        "what do I have to pay",
                        "tell me your prices"),
                fact(
                        "returns",
                        "Send it back within 30 days and you get your money back.",
                        "Can I send it back?",
                        "what if I don't like it",
                        "do you give refunds",
                        "is there a return policy",
                        "can I get my money back"),
                fact(
                        "validity",
                        "A card never expires.",
                        "How long is the card valid?",
                        "does it expire",
                        "until when can it be used",
                        "does the card run out some day",
                        "is there an expiry date"),
                new Fact(
                        "too-expensive",
                        Fact.Kind.HESITATION,
                        List.of(
                                "That's too expensive",
                                "I can't afford that",
                                "that is a lot of money",
                                "hmm, cheaper elsewhere",
                                "more than I wanted to spend"),
                        "It comes with free postage and never expires.",
                        List.of(),
                        List.of("confirm-order")));
    }

    public static List<LabelledText> texts() {
        return List.of(
                said("and how long will the post need", "delivery-time"),
                said("sorry, how much would one be", "price"),
                said("may I return it later on", "returns"),
                said("could it be worthless next year", "validity"),
                other("what's the weather like in Rome"),
                other("do you like football"),
                other("my name is Ada"),
                other("two rocket cards please"),
                other("yes, go ahead"),
                other("my dog ate my homework"),
                other("the flowers design"),
                other("who won the election"),
                other("sing me a song"),
                other("next Tuesday would be fine"));
    }

    private static Fact fact(String id, String answer, String... ask) {
        return new Fact(id, Fact.Kind.QUESTION, List.of(ask), answer, List.of(), List.of());
    }

    private static LabelledText said(String text, String fact) {
        return new LabelledText(0, text, "", Optional.of(fact), Optional.of(Fact.Kind.QUESTION));
    }

    private static LabelledText other(String text) {
        return new LabelledText(0, text, "", Optional.empty(), Optional.empty());
    }
}
