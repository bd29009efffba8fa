package io.parley.intent.training;

import io.parley.campaign.Campaign;
import io.parley.campaign.Option;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Ways to ask about an option where it can be chosen. A campaign's own questions seldom name its options, and without such
 * examples the name alone would count: "how much are the lights?" would order them.
 */
final class OptionQuestions {

    private static final Map<String, List<String>> FORMS = Map.of(
            "en",
            List.of(
                    "how much is %s?",
                    "what does %s cost",
                    "is %s worth it?",
                    "do I need %s?",
                    "what is %s?",
                    "how much are %s",
                    "why would I want %s?",
                    "what do I get with %s?",
                    "is %s expensive?",
                    "what's the price of %s?"),
            "de",
            List.of(
                    "was kostet %s?",
                    "wie teuer ist %s",
                    "lohnt sich %s?",
                    "brauche ich %s?",
                    "was ist %s?",
                    "wie viel macht %s extra",
                    "warum sollte ich %s nehmen?",
                    "was habe ich von %s",
                    "ist %s teuer?",
                    "was ist denn der Preis für %s?"));

    private static final int FORMS_AN_OPTION = 3;

    private OptionQuestions() {}

    /** A question and where it is asked. */
    record Asked(String state, String text) {}

    /** Some questions about every option in every state that asks for it; none for languages without forms. */
    static List<Asked> of(Campaign campaign) {
        List<String> forms = FORMS.getOrDefault(campaign.locale().getLanguage(), List.of());
        if (forms.isEmpty()) {
            return List.of();
        }
        List<Asked> asked = new ArrayList<>();
        for (State state : campaign.states().values()) {
            for (String name : state.collects()) {
                Slot slot = campaign.slot(name);
                if (slot.type() == SlotType.CHOICE) {
                    slot.options().values().forEach(option -> add(asked, forms, state, option));
                }
            }
        }
        return asked;
    }

    private static void add(List<Asked> asked, List<String> forms, State state, Option option) {
        for (int i = 0; i < FORMS_AN_OPTION; i++) {
            String form = forms.get(asked.size() % forms.size());
            asked.add(new Asked(state.id(), form.formatted(option.say())));
        }
    }
}
