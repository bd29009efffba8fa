package io.parley.orderflow.simulation;

import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.contracts.ReservedState;
import io.parley.orderflow.simulation.Saying.Use;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** How a simulated customer changes something said before, a few times at most. Seeded. */
final class ChangesOfMind {

    private static final int MOST = 3;

    private final Campaign campaign;
    private final Wordings wordings;
    private final Wish wish;
    private final Invention invention;
    private final Speech speech;
    private final Random random;

    private int changes;

    ChangesOfMind(Campaign campaign, Wordings wordings, Wish wish, Invention invention, Speech speech, Random random) {
        this.campaign = campaign;
        this.wordings = wordings;
        this.wish = wish;
        this.invention = invention;
        this.speech = speech;
        this.random = random;
    }

    /** In the examples' words where some fit, else plainly; nothing where nothing is known that could be changed. */
    Optional<Saying> next(Session session) {
        List<Slot> known = session.slots().keySet().stream()
                .filter(name -> wish.of(name).isPresent())
                .map(campaign::slot)
                .filter(slot -> !slot.keepNever())
                .toList();
        if (known.isEmpty() || changes >= MOST) {
            return Optional.empty();
        }
        changes++;
        return written(session).or(() -> invented(session, known));
    }

    private Optional<Saying> written(Session session) {
        List<Example> examples = new ArrayList<>(wordings.asides(session.state(), ReservedState.CORRECTION));
        Collections.shuffle(examples, random);
        return examples.stream()
                .limit(Wordings.LOOKED_AT)
                .map(example -> speech.completed(example.text().value()))
                .filter(words -> changesOnlyWhatIsKnown(session, words))
                .findFirst()
                .map(words -> {
                    Saying saying = speech.noisy(Use.CORRECTION, words, ReservedState.CORRECTION.label());
                    wish.say(session, saying.meant(), saying.heard(), true);
                    return saying;
                });
    }

    /**
     * Says a yes or no anew in the examples' words, which are about nothing else: by itself it cannot be said without its
     * question.
     */
    Optional<Saying> answered(Session session, String slot) {
        Map<String, List<String>> wished = Map.of(slot, wish.of(slot).orElseThrow());
        List<Example> examples = new ArrayList<>(wordings.corrections());
        Collections.shuffle(examples, random);
        return examples.stream()
                .map(example -> example.text().value())
                .filter(words -> wish.read(session, words, true).values().equals(wished))
                .findFirst()
                .map(words -> speech.noisy(Use.CORRECTION, words, ReservedState.CORRECTION.label()));
    }

    private boolean changesOnlyWhatIsKnown(Session session, String words) {
        Extraction said = wish.read(session, words, true);
        return said.invalid().isEmpty()
                && !said.values().isEmpty()
                && session.slots().keySet().containsAll(said.values().keySet());
    }

    /**
     * Not for a slot of a type that is just being asked for: its value would be an answer. Nor a yes or no, which cannot be said
     * without its question.
     */
    private Optional<Saying> invented(Session session, List<Slot> known) {
        List<Slot> asked = campaign.state(session.state()).collects().stream()
                .map(campaign::slot)
                .toList();
        List<Slot> candidates = known.stream()
                .filter(slot -> slot.type() != SlotType.YES_NO)
                .filter(slot -> asked.stream().noneMatch(other -> other.type() == slot.type()))
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Slot slot = candidates.get(random.nextInt(candidates.size()));
        List<String> value = invention.value(slot, session.slots());
        wish.change(slot.name(), value);
        return Optional.of(speech.insist(session, slot.name(), invention.consent(false) + ", "));
    }
}
