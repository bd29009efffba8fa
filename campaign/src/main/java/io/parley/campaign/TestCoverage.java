package io.parley.campaign;

import static io.parley.campaign.TrainingCoverage.ladder;
import static io.parley.campaign.TrainingCoverage.transition;

import io.parley.contracts.chat.Coverage.Part;
import io.parley.contracts.chat.Coverage.Touched;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What conversation tests name. What else happens while they are played cannot be told from their files. */
final class TestCoverage {

    private static final String BASIS =
            "what turns expect of the bot: state, fact and says. A transition counts between two states named one after the"
                    + " other; no-match and invalid where a turn stays and nothing else is expected; no-input where the"
                    + " customer says nothing; declined with the card that is always declined; a text if the words of a"
                    + " turn's says stand in it and its state";

    /** The card that payments in tests decline. */
    private static final String DECLINED_CARD = "4000000000000002";

    private final Campaign campaign;
    private final FlowGraph graph;
    private final Set<String> states = new HashSet<>();
    private final Set<String> transitions = new HashSet<>();
    private final Set<String> ladders = new HashSet<>();
    private final Set<String> replies = new HashSet<>();
    private final Set<String> facts = new HashSet<>();

    private TestCoverage(Campaign campaign) {
        this.campaign = campaign;
        this.graph = new FlowGraph(campaign);
    }

    static Part of(Campaign campaign, List<ConversationTest> tests) {
        TestCoverage coverage = new TestCoverage(campaign);
        tests.forEach(coverage::play);
        List<String> all = new ArrayList<>();
        campaign.states().values().forEach(state -> state.say().forEach(text -> all.add(reply(state, text))));
        return new Part(
                BASIS,
                Touched.of(campaign.states().keySet(), coverage.states),
                Touched.of(TrainingCoverage.transitions(campaign), coverage.transitions),
                Touched.of(coverage.allLadders(), coverage.ladders),
                Touched.of(all, coverage.replies),
                Touched.of(TrainingCoverage.facts(campaign), coverage.facts));
    }

    private void play(ConversationTest test) {
        Optional<String> at = Optional.of(campaign.start());
        states.add(campaign.start());
        for (ConversationTest.Turn turn : test.turns()) {
            turn.fact().ifPresent(facts::add);
            boolean stays = turn.state().isEmpty()
                    ? turn.fact().isPresent()
                    : turn.state().equals(at);
            at.ifPresent(from -> fail(from, turn, stays));
            if (!stays) {
                Optional<String> before = at;
                at = turn.state();
                at.ifPresent(to -> before.ifPresent(from -> move(from, to)));
            }
            at.ifPresent(state -> hear(campaign.state(state), turn.says()));
        }
    }

    private void move(String from, String to) {
        boolean direct =
                campaign.state(from).next().stream().anyMatch(edge -> edge.to().equals(to));
        Set<String> ways = direct ? Set.of(to) : graph.waysPassingOver(from, to);
        if (ways.size() == 1) {
            transitions.add(transition(from, ways.iterator().next()));
        }
    }

    private void hear(State state, List<String> says) {
        states.add(state.id());
        for (String text : state.say()) {
            String lower = text.toLowerCase(Locale.ROOT);
            if (says.stream().anyMatch(words -> lower.contains(words.toLowerCase(Locale.ROOT)))) {
                replies.add(reply(state, text));
            }
        }
    }

    private void fail(String at, ConversationTest.Turn turn, boolean stays) {
        boolean nothingElse = turn.fact().isEmpty() && turn.slots().isEmpty();
        if (turn.customer().isBlank()) {
            ladders.add("no-input");
        } else if (stays && turn.customer().replaceAll("\\D", "").contains(DECLINED_CARD)) {
            ladders.add(ladder("declined", at));
        } else if (stays && nothingElse) {
            ladders.add("no-match");
            ladders.add(ladder("invalid", at));
        }
    }

    private List<String> allLadders() {
        List<String> all = new ArrayList<>(List.of("no-match", "no-input"));
        for (State state : campaign.states().values()) {
            if (!state.collects().isEmpty()) {
                all.add(ladder("invalid", state.id()));
            }
            if (state.pays()) {
                all.add(ladder("declined", state.id()));
            }
        }
        return all;
    }

    private static String reply(State state, String text) {
        return state.id() + ": " + text;
    }
}
