package io.parley.campaign;

import io.parley.campaign.CampaignProblem.Severity;
import io.parley.campaign.Proof.Counterexample;
import io.parley.campaign.Proof.Verdict;
import io.parley.contracts.ReservedState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Proves that a flow traps nobody. Every situation that customers can come to is looked at, though not one by one: see
 * {@link Reach}. What looks wrong there counts once a conversation is found that shows it.
 */
final class FlowProofs {

    /** An intricate flow of sixty states and twenty slots takes some hundred thousand. */
    private static final long MOST = 3_000_000;

    private static final String SEARCHED = "a search of all situations that customers can come to";

    private final Campaign campaign;
    private final Lines lines;
    private final Report report;
    private final List<Proof> proofs = new ArrayList<>();

    private FlowProofs(Campaign campaign, Lines lines, Report report) {
        this.campaign = campaign;
        this.lines = lines;
        this.report = report;
    }

    /**
     * @param campaign whose flow has no error yet
     * @param report takes what is refuted as errors, and what could not be proved as warnings
     */
    static List<Proof> of(Campaign campaign, Lines lines, Report report) {
        FlowProofs proofs = new FlowProofs(campaign, lines, report);
        proofs.bySearch();
        proofs.byRule();
        return List.copyOf(proofs.proofs);
    }

    private void bySearch() {
        Optional<Suspicions> suspicions = Optional.empty();
        try {
            suspicions = Optional.of(new Suspicions(campaign, lines, new Effort(MOST)));
        } catch (BoundReachedException e) {
            // each proof below then says that it was not made
        }
        Optional<Suspicions> all = suspicions;
        prove("reached", "every state is heard by some customers", all, this::unheard);
        prove(
                "leads-on",
                "whoever has answered a state finds a way on",
                all,
                found -> examined(found, found.deadEnds()));
        prove(
                "finishes",
                "from every state, whatever is known, words lead on to a sale, without going back or correcting",
                all,
                found -> examined(found, found.trapped()));
        prove(
                "corrects",
                "whatever a correction changes, words lead on to a sale",
                all,
                found -> examined(found, found.trappedByCorrection()));
        prove(
                "passes",
                "a state whose 'when' does not hold is not heard",
                all,
                found -> examined(found, found.misheard()));
        prove(
                "no-silent-cycle",
                "the flow never runs in circles without a word",
                all,
                found -> examined(found, found.circles()));
        prove(
                "filled-first",
                "no condition, price or limit uses a slot that is asked for only later",
                all,
                found -> examined(found, found.earlyUses()));
    }

    private void byRule() {
        Predicate<State> speaks = state -> !state.say().isEmpty();
        List<State> open = campaign.states().values().stream()
                .filter(state -> !state.isFinal())
                .toList();
        given(
                "asks",
                "every state has a text for whatever may be unknown there",
                "the checks of texts: every bucket has one that needs only what is certain on every way",
                campaign.states().values().stream().allMatch(speaks));
        given(
                "cancels",
                "in every state giving up leads to an end with outcome lost",
                "the way out that every state has, written or not, and that no condition closes",
                open.stream().allMatch(state -> campaign.wayOut(state).isPresent()));
        given(
                "person",
                "in every state a person can be had, also where digressions are forbidden",
                "the label person, possible in every state that is not final, which no state can be called",
                ReservedState.of("person").isPresent() && !campaign.states().containsKey("person"));
        given(
                "returns",
                "every question and every doubt leads back to where the customer was",
                "digressions leave the state as it is and end with its question; final states hear nothing",
                open.stream().allMatch(speaks));
    }

    private void given(String name, String claim, String basis, boolean holds) {
        proofs.add(new Proof(name, holds ? Verdict.PROVED : Verdict.NOT_PROVED, claim, basis, List.of()));
    }

    private void prove(
            String name,
            String claim,
            Optional<Suspicions> suspicions,
            Function<Suspicions, List<Counterexample>> search) {
        List<Counterexample> counterexamples;
        try {
            counterexamples = search.apply(suspicions.orElseThrow(BoundReachedException::new));
        } catch (BoundReachedException e) {
            counterexamples = List.of(tooMuch(name, claim));
        }
        counterexamples.forEach(example -> report.add(example.problem()));
        boolean refuted =
                counterexamples.stream().anyMatch(example -> example.problem().isError());
        Verdict unless = counterexamples.isEmpty() ? Verdict.PROVED : Verdict.NOT_PROVED;
        proofs.add(new Proof(name, refuted ? Verdict.REFUTED : unless, claim, SEARCHED, counterexamples));
    }

    private List<Counterexample> unheard(Suspicions suspicions) {
        Stream<Counterexample> never = suspicions.heardStates().unheard().stream()
                .map(state -> unheard(
                        state,
                        "no words lead to state '" + state.id() + "', since conditions exclude it",
                        Severity.ERROR));
        Stream<Counterexample> perhaps = suspicions.heardStates().unshown().stream()
                .map(state -> unheard(
                        state, "no conversation was found that comes to state '" + state.id() + "'", Severity.WARNING));
        return Stream.concat(never, perhaps).toList();
    }

    private Counterexample unheard(State state, String what, Severity severity) {
        return new Counterexample(
                state.id(),
                problem(
                        lines.of("states", state.id()),
                        what,
                        "Change the conditions on the ways there, their order or its own 'when'",
                        severity),
                List.of());
    }

    private List<Counterexample> examined(Suspicions suspicions, List<Suspicion> suspected) {
        return suspected.stream()
                .map(suspicion -> examined(suspicions, suspicion))
                .toList();
    }

    private Counterexample examined(Suspicions suspicions, Suspicion suspicion) {
        return suspicions
                .shown(suspicion)
                .map(conversation -> new Counterexample(
                        suspicion.state(),
                        problem(suspicion.line(), suspicion.what(), suspicion.remedy(), Severity.ERROR),
                        conversation))
                .orElseGet(() -> new Counterexample(
                        suspicion.state(),
                        problem(
                                suspicion.line(),
                                "it could not be proved, nor shown by a conversation, whether " + suspicion.what(),
                                suspicion.remedy(),
                                Severity.WARNING),
                        List.of()));
    }

    private Counterexample tooMuch(String name, String claim) {
        return new Counterexample(
                "",
                problem(
                        lines.of("states"),
                        "the proof '" + name + "' was given up after " + MOST + " steps: whether " + claim
                                + " is not known",
                        "Let fewer conditions depend on what only some customers are asked",
                        Severity.WARNING),
                List.of());
    }

    private CampaignProblem problem(int line, String what, String remedy, Severity severity) {
        return new CampaignProblem(report.file(), line, what, remedy, severity);
    }
}
