package io.parley.intent.training;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.Example;
import io.parley.campaign.Fact;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import io.parley.contracts.ReservedState;
import io.parley.contracts.model.PastTurn;
import io.parley.contracts.privacy.MaskedText;
import io.parley.intent.features.Situation;
import io.parley.intent.features.SlotLexicon;
import io.parley.intent.features.SlotLexicon.Kind;
import io.parley.intent.features.SlotLexicon.SlotWords;
import io.parley.neural.sampling.Evenly;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes training sets of campaigns. Besides the examples, the questions and doubts that the facts answer are learnt, each
 * in a state or two, and questions about the options there are.
 */
public final class CampaignTrainingSet {

    /** What these say does not depend on what was asked. */
    private static final List<ReservedState> ANYWHERE = List.of(
            ReservedState.QUESTION,
            ReservedState.HESITATION,
            ReservedState.REPEAT,
            ReservedState.BACK,
            ReservedState.RESTART,
            ReservedState.PERSON,
            ReservedState.OTHER);

    /**
     * So many wordings of facts are learnt at most for an example. They are there to be told apart by the answer model; more
     * of them here make questions seem likelier than they are, and answers are taken for questions.
     */
    private static final double ASKED_SHARE = 0.2;

    /** So many of a fact are learnt however few examples there are. */
    private static final int FEW_WORDINGS = 24;

    private static final String FACTS = "facts/";
    private static final String OPTIONS = "options";

    private CampaignTrainingSet() {}

    /** What a network learns from these examples of a campaign, and from its facts. */
    public static TrainingSet of(Campaign campaign, List<Example> examples) {
        Map<String, List<String>> flow = flow(campaign);
        List<LabelledSituation> rows = new ArrayList<>(labelled(campaign, examples));
        rows.addAll(asked(campaign, flow, most(campaign, examples)));
        OptionQuestions.of(campaign)
                .forEach(asked -> rows.add(new LabelledSituation(
                        OPTIONS,
                        new Situation(
                                asked.state(),
                                flow.getOrDefault(asked.state(), List.of()),
                                new MaskedText(asked.text()),
                                List.of()),
                        ReservedState.QUESTION.label())));
        return new TrainingSet(
                List.copyOf(campaign.states().keySet()),
                Stream.concat(campaign.states().keySet().stream(), ReservedState.labels().stream())
                        .toList(),
                rows,
                flow,
                ANYWHERE.stream().map(ReservedState::label).toList(),
                lexicon(campaign));
    }

    /** Examples as the network sees them, each with the turns before it in its session. */
    public static List<LabelledSituation> labelled(Campaign campaign, List<Example> examples) {
        Map<String, List<String>> flow = flow(campaign);
        Map<String, List<PastTurn>> sessions = new HashMap<>();
        List<LabelledSituation> rows = new ArrayList<>();
        for (Example example : examples) {
            List<PastTurn> history = sessions.computeIfAbsent(example.session(), session -> new ArrayList<>());
            Situation situation = new Situation(
                    example.state(), flow.getOrDefault(example.state(), List.of()), example.text(), latest(history));
            rows.add(new LabelledSituation(example.session(), situation, example.next()));
            history.add(new PastTurn(example.state(), example.text()));
        }
        return rows;
    }

    /** The allowed next states of every state a customer can speak in: its successors, itself, the reserved ones. */
    public static Map<String, List<String>> flow(Campaign campaign) {
        Map<String, List<String>> flow = new LinkedHashMap<>();
        for (State state : campaign.states().values()) {
            if (!state.isFinal()) {
                Set<String> allowed = new LinkedHashSet<>();
                state.next().stream().map(Edge::to).forEach(allowed::add);
                allowed.add(state.id());
                allowed.addAll(ReservedState.labels());
                flow.put(state.id(), List.copyOf(allowed));
            }
        }
        return flow;
    }

    private static SlotLexicon lexicon(Campaign campaign) {
        Map<String, List<String>> collected = new LinkedHashMap<>();
        campaign.states().forEach((id, state) -> collected.put(id, state.collects()));
        Map<String, SlotWords> slots = new LinkedHashMap<>();
        campaign.slots().forEach((name, slot) -> slots.put(name, new SlotWords(kind(slot.type()), phrases(slot))));
        return new SlotLexicon(campaign.locale().getLanguage(), collected, slots);
    }

    private static List<String> phrases(Slot slot) {
        return slot.options().values().stream()
                .flatMap(option -> Stream.concat(
                        Stream.of(option.say(), option.id().replace('-', ' ').replace('_', ' ')),
                        option.synonyms().stream()))
                .distinct()
                .toList();
    }

    private static Kind kind(SlotType type) {
        return switch (type) {
            case CHOICE -> Kind.CHOICE;
            case INTEGER, NUMBER, MONEY -> Kind.NUMBER;
            case DATE, DATE_TIME -> Kind.DATE;
            case TIME -> Kind.TIME;
            case EMAIL -> Kind.EMAIL;
            case PHONE -> Kind.PHONE;
            case CARD_NUMBER -> Kind.CARD;
            case PERSON_NAME, PLACE, YES_NO, TEXT -> Kind.OTHER;
        };
    }

    private static List<PastTurn> latest(List<PastTurn> history) {
        int longest = 8;
        return history.subList(Math.max(0, history.size() - longest), history.size());
    }

    /** How many wordings of a fact are learnt at most. */
    private static int most(Campaign campaign, List<Example> examples) {
        int shared = (int) (ASKED_SHARE * examples.size())
                / Math.max(1, campaign.facts().size());
        return Math.max(FEW_WORDINGS, shared);
    }

    private static List<LabelledSituation> asked(Campaign campaign, Map<String, List<String>> flow, int most) {
        List<String> places = List.copyOf(flow.keySet());
        List<LabelledSituation> rows = new ArrayList<>();
        int asked = 0;
        for (Fact fact : campaign.facts()) {
            List<String> fitting = fact.states().isEmpty() ? places : fact.states();
            for (String ask : Evenly.some(fact.ask(), most)) {
                String place = fitting.get(asked++ % fitting.size());
                Situation situation =
                        new Situation(place, flow.getOrDefault(place, List.of()), new MaskedText(ask), List.of());
                rows.add(new LabelledSituation(
                        FACTS + fact.id(), situation, fact.kind().label()));
            }
        }
        return rows;
    }
}
