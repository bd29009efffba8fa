package io.parley.orderflow.simulation;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.Example;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import io.parley.contracts.ReservedState;
import io.parley.contracts.privacy.Masker;
import io.parley.orderflow.simulation.Saying.Use;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session;
import io.parley.session.Session.Awaiting;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One customer of a persona: decides what to say from what the conversation shows, in words of the campaign's examples. Wants
 * what it has said, notices when the order is read back otherwise, and insists. Seeded; used by one thread.
 */
final class SimulatedCustomer {

    /** Wordings looked at for one that gives what is asked and contradicts nothing. */
    private static final int LOOKED_AT = 25;

    /** After so many answers in vain somebody says plainly what is asked for, or clicks. */
    private static final int PATIENCE = 2;

    /** Whoever was misheard so often about the same does not buy. */
    private static final int INSISTENCE = 4;

    private static final int CHANGES_OF_MIND = 3;
    private static final double CARD_DECLINED_FIRST = 0.05;
    private static final String DECLINED_CARD = "4000 0000 0000 0002";
    private static final String CARD = "4242 4242 4242 4242";

    private final Campaign campaign;
    private final Wordings wordings;
    private final Persona persona;
    private final Random random;
    private final Noise noise;
    private final Invention invention;
    private final Wish wish;

    private String lastState = "";
    private String readBack = "";
    private int attempts;
    private int insisted;
    private int changes;
    private boolean declinedBefore;

    SimulatedCustomer(
            Campaign campaign, Wordings wordings, Persona persona, Random random, Noise noise, ZonedDateTime now) {
        this.campaign = campaign;
        this.wordings = wordings;
        this.persona = persona;
        this.random = random;
        this.noise = noise;
        this.invention = new Invention(campaign, random, now);
        this.wish = new Wish(campaign, now);
        this.declinedBefore = random.nextDouble() >= CARD_DECLINED_FIRST;
    }

    Wish wish() {
        return wish;
    }

    /**
     * What is said next.
     *
     * @param session as it stands, its slots as the customer heard them read back
     * @param choices what may be clicked
     * @param heard what was said last
     */
    Saying next(Session session, List<String> choices, String heard) {
        if (!session.state().equals(lastState)) {
            lastState = session.state();
            attempts = 0;
            readBack = "";
        }
        readBack += heard.toLowerCase(campaign.locale()) + "\n";
        Saying saying = session.awaiting() == null
                ? unasked(session).orElseGet(() -> answerOrInsist(session, choices))
                : reply(session, session.awaiting(), choices);
        if (saying.use() == Use.ANSWER || saying.use() == Use.HOSTILE) {
            wish.say(session, saying.meant(), saying.heard(), false);
            wish.go(session, saying.label());
        }
        return saying;
    }

    /** Asks for a person. */
    Saying person(Session session) {
        return aside(session, ReservedState.PERSON)
                .map(said -> new Saying(Use.PERSON, said.meant(), said.heard(), said.label()))
                .orElseGet(() -> plain(Use.PERSON, "operator", ReservedState.PERSON.label()));
    }

    /** Gives up. */
    Saying farewell(Session session, List<String> choices) {
        if (session.awaiting() == Awaiting.GIVE_UP_CONSENT && !choices.isEmpty()) {
            return plain(Use.REPLY, choices.getFirst(), "");
        }
        String lost = campaign.wayOut(campaign.state(session.state())).orElse("");
        return pick(wordings.farewells(session.state()))
                .map(example -> spoken(Use.FAREWELL, example))
                .orElseGet(() -> plain(Use.FAREWELL, "cancel", lost));
    }

    private Optional<Saying> unasked(Session session) {
        Persona.Habits habits = persona.habits();
        double drawn = random.nextDouble();
        if (drawn < habits.silent()) {
            return Optional.of(plain(Use.SILENCE, "", ""));
        }
        drawn -= habits.silent();
        if (drawn < habits.hostile()) {
            return Optional.of(plain(Use.HOSTILE, HostileWords.any(random), ""));
        }
        drawn -= habits.hostile();
        if (drawn < habits.corrects()) {
            return changeOfMind(session);
        }
        drawn -= habits.corrects();
        if (drawn < habits.asks()) {
            return aside(session, ReservedState.QUESTION);
        }
        drawn -= habits.asks();
        if (drawn < habits.doubts()) {
            return aside(session, ReservedState.HESITATION);
        }
        drawn -= habits.doubts();
        if (drawn < habits.turns()) {
            return aside(session, random.nextBoolean() ? ReservedState.REPEAT : ReservedState.BACK);
        }
        drawn -= habits.turns();
        return drawn < habits.strays() ? aside(session, ReservedState.OTHER) : Optional.empty();
    }

    private Optional<Saying> aside(Session session, ReservedState kind) {
        return pick(wordings.asides(session.state(), kind)).map(example -> spoken(Use.ASIDE, example));
    }

    /** Answers a question of ours that is not the flow's. */
    private Saying reply(Session session, Awaiting asked, List<String> choices) {
        return switch (asked) {
            case CALL_BACK_CONSENT, GIVE_UP_CONSENT ->
                plain(Use.REPLY, choices.isEmpty() ? invention.consent(false) : choices.getLast(), "");
            case CALL_BACK_NUMBER -> plain(Use.REPLY, invention.phone(), "");
            case CORRECTION_VALUE ->
                correctable(session).stream()
                        .findFirst()
                        .map(slot -> insist(session, slot, ""))
                        .orElseGet(() -> answer(session, choices));
        };
    }

    private Saying answerOrInsist(Session session, List<String> choices) {
        List<String> misheard = campaign.state(session.state()).confirms() ? correctable(session) : List.of();
        if (misheard.isEmpty()) {
            if (campaign.state(session.state()).confirms()) {
                accept(session);
            }
            return answer(session, choices);
        }
        insisted++;
        return insisted > INSISTENCE
                ? farewell(session, choices)
                : insist(session, misheard.get(random.nextInt(misheard.size())), invention.consent(false) + ", ");
    }

    /** What is misheard and can be said by itself; a yes or no without its question cannot. */
    private List<String> correctable(Session session) {
        return wish.misheard(session).stream()
                .filter(slot -> campaign.slot(slot).type() != SlotType.YES_NO)
                .toList();
    }

    /** Whoever agrees to a read-back wants what it says, also what was understood without having been said. */
    private void accept(Session session) {
        session.slots().forEach((name, values) -> {
            String said = invention.phrase(campaign.slot(name), values).toLowerCase(campaign.locale());
            if (wish.of(name).isEmpty() && readBack.contains(said)) {
                wish.change(name, values);
            }
        });
    }

    /** Says once more, plainly, what was misheard. Naming options may add to a list; then that is what was said. */
    private Saying insist(Session session, String name, String opening) {
        Slot slot = campaign.slot(name);
        String words = opening + invention.phrase(slot, wish.of(name).orElseThrow());
        if (slot.list()) {
            wish.say(session, words, words, true);
        }
        return plain(Use.CORRECTION, words, ReservedState.CORRECTION.label());
    }

    private Saying answer(Session session, List<String> choices) {
        State state = campaign.state(session.state());
        boolean plainly = attempts++ >= PATIENCE;
        return plainly
                ? plainAnswer(session, state, choices)
                : fitting(session, state).orElseGet(() -> plainAnswer(session, state, choices));
    }

    /** An answer of the examples that gives everything asked for and contradicts nothing said before. */
    private Optional<Saying> fitting(Session session, State state) {
        List<Example> answers = new ArrayList<>(wordings.answers(state.id()));
        Collections.shuffle(answers, random);
        List<String> open = open(session, state);
        return answers.stream()
                .limit(LOOKED_AT)
                .map(example -> new Candidate(completed(example.text().value()), example.next()))
                .filter(candidate -> fits(session, candidate, open))
                .findFirst()
                .map(candidate -> noisy(Use.ANSWER, candidate.words(), candidate.label()));
    }

    private record Candidate(String words, String label) {}

    private boolean fits(Session session, Candidate candidate, List<String> open) {
        Extraction said = wish.read(session, candidate.words(), false);
        return said.invalid().isEmpty()
                && Stream.concat(
                                said.values().keySet().stream(),
                                wish.told(session, candidate.label()).keySet().stream())
                        .toList()
                        .containsAll(open)
                && wish.agreesWith(said.values())
                && wish.agreesWith(wish.told(session, candidate.label()));
    }

    /** What the state asks for, each by itself; what has been said before is said again. */
    private Saying plainAnswer(Session session, State state, List<String> choices) {
        List<String> asked = open(session, state);
        List<String> named = asked.isEmpty() && !state.collects().isEmpty()
                ? List.of(state.collects().getFirst())
                : asked;
        if (named.isEmpty()) {
            return plain(
                    Use.ANSWER,
                    choices.isEmpty() ? invention.consent(true) : choices.getFirst(),
                    onward(session, state, Map.of()));
        }
        Map<String, List<String>> known = session.slots();
        Map<String, List<String>> values = new LinkedHashMap<>();
        named.forEach(name -> values.put(name, wish.of(name).orElseGet(() -> wanted(campaign.slot(name), known))));
        String words = values.entrySet().stream()
                .map(value -> invention.phrase(campaign.slot(value.getKey()), value.getValue()))
                .collect(Collectors.joining(", "));
        return plain(Use.ANSWER, words, onward(session, state, values));
    }

    /** Whoever wants to buy says yes to what nobody knows better. */
    private List<String> wanted(Slot slot, Map<String, List<String>> known) {
        return slot.type() == SlotType.YES_NO ? List.of("yes") : invention.value(slot, known);
    }

    /** The slots without which the state cannot be left. */
    private List<String> open(Session session, State state) {
        return state.collects().stream()
                .map(campaign::slot)
                .filter(Slot::required)
                .map(Slot::name)
                .filter(name -> state.alwaysAsk() || !session.slots().containsKey(name))
                .toList();
    }

    /** The way on, of those that say nothing else than these values. */
    private String onward(Session session, State state, Map<String, List<String>> values) {
        return state.next().stream()
                .map(Edge::to)
                .filter(to -> !campaign.isLost(to))
                .filter(to -> wish.told(session, to).entrySet().stream()
                        .allMatch(told -> told.getValue().equals(values.getOrDefault(told.getKey(), told.getValue()))))
                .findFirst()
                .orElse("");
    }

    /** Changes something said before, in the examples' words where some fit, else plainly. */
    private Optional<Saying> changeOfMind(Session session) {
        List<Slot> known = session.slots().keySet().stream()
                .filter(name -> wish.of(name).isPresent())
                .map(campaign::slot)
                .filter(slot -> !slot.keepNever())
                .toList();
        if (known.isEmpty() || changes >= CHANGES_OF_MIND) {
            return Optional.empty();
        }
        changes++;
        return written(session).or(() -> invented(session, known));
    }

    private Optional<Saying> written(Session session) {
        List<Example> examples = new ArrayList<>(wordings.asides(session.state(), ReservedState.CORRECTION));
        Collections.shuffle(examples, random);
        return examples.stream()
                .limit(LOOKED_AT)
                .map(example -> completed(example.text().value()))
                .filter(words -> changesOnlyWhatIsKnown(session, words))
                .findFirst()
                .map(words -> {
                    Saying saying = noisy(Use.CORRECTION, words, ReservedState.CORRECTION.label());
                    wish.say(session, saying.meant(), saying.heard(), true);
                    return saying;
                });
    }

    private boolean changesOnlyWhatIsKnown(Session session, String words) {
        Extraction said = wish.read(session, words, true);
        return said.invalid().isEmpty()
                && !said.values().isEmpty()
                && session.slots().keySet().containsAll(said.values().keySet());
    }

    /** Not for a slot of a type that is just being asked for: its value would be an answer. */
    private Optional<Saying> invented(Session session, List<Slot> known) {
        List<Slot> asked = campaign.state(session.state()).collects().stream()
                .map(campaign::slot)
                .toList();
        List<Slot> candidates = known.stream()
                .filter(slot -> asked.stream().noneMatch(other -> other.type() == slot.type()))
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Slot slot = candidates.get(random.nextInt(candidates.size()));
        List<String> value = invention.value(slot, session.slots());
        wish.change(slot.name(), value);
        return Optional.of(insist(session, slot.name(), invention.consent(false) + ", "));
    }

    private Optional<Example> pick(List<Example> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }

    private Saying spoken(Use use, Example example) {
        return noisy(use, completed(example.text().value()), example.next());
    }

    private Saying noisy(Use use, String words, String label) {
        return new Saying(use, words, noise.on(words), label);
    }

    /** Said so plainly that nobody mistypes it. */
    private static Saying plain(Use use, String words, String label) {
        return new Saying(use, words, words, label);
    }

    /** With something of one's own wherever an example is masked. */
    private String completed(String masked) {
        String words = masked;
        if (words.contains(Masker.CARD)) {
            words = words.replace(Masker.CARD, declinedBefore ? CARD : DECLINED_CARD);
            declinedBefore = true;
        }
        return words.replace(Masker.EMAIL, said(SlotType.EMAIL).orElseGet(invention::email))
                .replace(Masker.PHONE, said(SlotType.PHONE).orElseGet(invention::phone));
    }

    private Optional<String> said(SlotType type) {
        return campaign.slots().values().stream()
                .filter(slot -> slot.type() == type)
                .flatMap(slot -> wish.of(slot.name()).stream())
                .map(List::getFirst)
                .findFirst();
    }
}
