package io.parley.orderflow.simulation;

import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.contracts.ReservedState;
import io.parley.orderflow.flow.Standing;
import io.parley.orderflow.order.Cart;
import io.parley.orderflow.simulation.Saying.Use;
import io.parley.session.Session;
import io.parley.session.Session.Awaiting;
import io.parley.session.Session.Which;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One customer of a persona: decides what to say from what the conversation shows, in words of the campaign's examples. Wants
 * what it has said, notices when the order is read back otherwise, and insists. Seeded; used by one thread.
 */
final class SimulatedCustomer {

    /** After so many answers in vain somebody says plainly what is asked for, or clicks. */
    private static final int PATIENCE = 2;

    /** Whoever was misheard so often about the same does not buy. */
    private static final int INSISTENCE = 4;

    private final Campaign campaign;
    private final Wordings wordings;
    private final Persona persona;
    private final Random random;
    private final Invention invention;
    private final Wish wish;
    private final Speech speech;
    private final Answers answers;
    private final ChangesOfMind changes;

    private String lastState = "";
    private String readBack = "";
    private String meant = "";
    private int attempts;
    private int insisted;
    private boolean changed;

    SimulatedCustomer(
            Campaign campaign, Wordings wordings, Persona persona, Random random, Noise noise, ZonedDateTime now) {
        this.campaign = campaign;
        this.wordings = wordings;
        this.persona = persona;
        this.random = random;
        this.invention = new Invention(campaign, random, now);
        this.wish = new Wish(campaign, now);
        this.speech = new Speech(campaign, wish, invention, noise, random);
        this.answers = new Answers(campaign, wordings, wish, invention, speech, random);
        this.changes = new ChangesOfMind(campaign, wordings, wish, invention, speech, random);
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
        Saying saying = said(session, choices);
        if (saying.use() == Use.ANSWER || saying.use() == Use.HOSTILE) {
            wish.say(session, saying.meant(), saying.heard(), false);
            wish.go(session, saying.label());
        } else if (saying.use() == Use.ASIDE) {
            wish.write(session, saying.heard());
        }
        meant = saying.label();
        changed = saying.use() == Use.CORRECTION;
        return saying;
    }

    private Saying said(Session session, List<String> choices) {
        Which which = session.memory().asked();
        if (session.awaiting() != null) {
            return reply(session, session.awaiting(), choices);
        }
        List<String> misheard = changed ? correctable(session) : List.of();
        if (!misheard.isEmpty() && insisted < INSISTENCE) {
            insisted++;
            return speech.insist(session, misheard.getFirst(), invention.consent(false) + ", ");
        }
        return which != null && choices.size() > 1 && isMeant(which)
                ? choose(which, choices)
                : unasked(session).orElseGet(() -> answerOrInsist(session, choices));
    }

    /** Says which of two is meant, and so wants it. */
    private Saying choose(Which which, List<String> choices) {
        boolean first = isFirst(which);
        if (which.slot() != null && wish.of(which.slot()).isEmpty()) {
            wish.change(which.slot(), List.of(first ? which.first() : which.second()));
        }
        return Speech.plain(Use.REPLY, choices.get(first ? 0 : 1), meant);
    }

    /** Whether it is one of the two; whoever meant neither says something else. */
    private boolean isMeant(Which which) {
        return which.slot() != null || meant.equals(which.first()) || meant.equals(which.second());
    }

    private boolean isFirst(Which which) {
        return which.slot() == null
                ? meant.equals(which.first())
                : wish.of(which.slot()).filter(List.of(which.second())::equals).isEmpty();
    }

    /** Asks for a person. */
    Saying person(Session session) {
        return aside(session, ReservedState.PERSON)
                .map(said -> new Saying(Use.PERSON, said.meant(), said.heard(), said.label()))
                .orElseGet(() -> Speech.plain(Use.PERSON, "operator", ReservedState.PERSON.label()));
    }

    /** Gives up. */
    Saying farewell(Session session, List<String> choices) {
        if (session.awaiting() == Awaiting.GIVE_UP_CONSENT && !choices.isEmpty()) {
            return Speech.plain(Use.REPLY, choices.getFirst(), "");
        }
        String lost = campaign.wayOut(campaign.state(session.state())).orElse("");
        return pick(wordings.farewells(session.state()))
                .map(example -> speech.spoken(Use.FAREWELL, example))
                .orElseGet(() -> Speech.plain(Use.FAREWELL, "cancel", lost));
    }

    private Optional<Saying> unasked(Session session) {
        Persona.Habits habits = persona.habits();
        double drawn = random.nextDouble();
        if (drawn < habits.silent()) {
            return Optional.of(Speech.plain(Use.SILENCE, "", ""));
        }
        drawn -= habits.silent();
        if (drawn < habits.hostile()) {
            return Optional.of(Speech.plain(Use.HOSTILE, HostileWords.any(random), ""));
        }
        drawn -= habits.hostile();
        if (drawn < habits.corrects()) {
            return changes.next(session);
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
        return pick(wordings.asides(session.state(), kind)).map(example -> speech.spoken(Use.ASIDE, example));
    }

    /** Answers a question of ours that is not the flow's. */
    private Saying reply(Session session, Awaiting asked, List<String> choices) {
        return switch (asked) {
            case CALL_BACK_CONSENT, RESTART_CONSENT -> consent(choices, false);
            case GIVE_UP_CONSENT -> consent(choices, insisted > INSISTENCE);
            case CALL_BACK_NUMBER -> Speech.plain(Use.REPLY, invention.phone(), "");
            case CORRECTION_VALUE ->
                correctable(session).stream()
                        .findFirst()
                        .map(slot -> speech.insist(session, slot, ""))
                        .orElseGet(() -> answer(session, choices));
        };
    }

    private Saying consent(List<String> choices, boolean yes) {
        String words = choices.isEmpty() ? invention.consent(yes) : yes ? choices.getFirst() : choices.getLast();
        return Speech.plain(Use.REPLY, words, "");
    }

    private Saying answerOrInsist(Session session, List<String> choices) {
        if (!campaign.state(session.state()).confirms()) {
            return answer(session, choices);
        }
        Optional<Saying> otherwise = insist(session);
        if (otherwise.isEmpty()) {
            accept(session);
            return answer(session, choices);
        }
        insisted++;
        return insisted > INSISTENCE ? farewell(session, choices) : otherwise.get();
    }

    /** What was read back otherwise than it was said, if there are words for it. */
    private Optional<Saying> insist(Session session) {
        List<String> misheard = correctable(session);
        return misheard.isEmpty()
                ? wish.misheard(session).stream()
                        .flatMap(slot -> changes.answered(session, slot).stream())
                        .findFirst()
                : Optional.of(speech.insist(
                        session, misheard.get(random.nextInt(misheard.size())), invention.consent(false) + ", "));
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
            Slot slot = campaign.slot(name);
            boolean wasReadBack = slot.type() == SlotType.YES_NO
                    ? decidesLines(name) && isReadBack(lines(session))
                    : values.stream().allMatch(value -> isReadBack(said(slot, value)));
            if (wish.of(name).isEmpty() && wasReadBack) {
                wish.change(name, values);
            }
        });
    }

    /** Whether it is a yes or no to something that is a line of the order or is not there. */
    private boolean decidesLines(String slot) {
        return campaign.lines().stream().anyMatch(line -> line.when().tests().containsKey(slot));
    }

    private String lines(Session session) {
        Standing standing = Standing.of(campaign, session.slots(), true);
        return Cart.of(campaign, standing.values()).describe(campaign);
    }

    /** A value as a line of the order names it, or as it stands in a sentence. */
    private String said(Slot slot, String value) {
        return Cart.withoutArticle(invention.phrase(slot, List.of(value)));
    }

    private boolean isReadBack(String words) {
        return readBack.contains(words.toLowerCase(campaign.locale()));
    }

    private Saying answer(Session session, List<String> choices) {
        boolean plainly = attempts++ >= PATIENCE;
        return plainly
                ? answers.plain(session, choices)
                : answers.fitting(session).orElseGet(() -> answers.plain(session, choices));
    }

    private Optional<Example> pick(List<Example> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }
}
