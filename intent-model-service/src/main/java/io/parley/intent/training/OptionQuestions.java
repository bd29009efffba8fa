package io.parley.intent.training;

import io.parley.campaign.Campaign;
import io.parley.campaign.Option;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Ways to ask about an option where it can be chosen. A campaign's own questions seldom name its options, and without such
 * examples the name alone would count: "how much are the lights?" would order them.
 */
final class OptionQuestions {

    private static final List<String> FORMS = List.of(
            "how much is %s?",
            "what does %s cost",
            "is %s worth it?",
            "do I need %s?",
            "what is %s?",
            "how much are %s",
            "why would I want %s?",
            "what do I get with %s?",
            "is %s expensive?",
            "what's the price of %s?");

    private static final int FORMS_AN_OPTION = 3;

    private OptionQuestions() {}

    /** A question and where it is asked. */
    record Asked(String state, String text) {}

    /** Some questions about every option in every state that asks for it; none for languages without forms. */
    static List<Asked> of(Campaign campaign) {
        if (!campaign.locale().getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return List.of();
        }
        List<Asked> asked = new ArrayList<>();
        for (State state : campaign.states().values()) {
            for (String name : state.collects()) {
                Slot slot = campaign.slot(name);
                if (slot.type() == SlotType.CHOICE) {
                    slot.options().values().forEach(option -> add(asked, state, option));
                }
            }
        }
        return asked;
    }

    private static void add(List<Asked> asked, State state, Option option) {
        for (int i = 0; i < FORMS_AN_OPTION; i++) {
            String form = FORMS.get(asked.size() % FORMS.size());
            asked.add(new Asked(state.id(), form.formatted(option.say())));
        }
    }
}
