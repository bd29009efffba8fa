package io.parley.orderflow.simulation;

import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.contracts.ReservedState;
import io.parley.contracts.privacy.Masker;
import io.parley.orderflow.simulation.Saying.Use;
import io.parley.orderflow.slot.SlotFormat;
import io.parley.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** How a simulated customer puts things: an example in its own values and through noise, or a value plainly. Seeded. */
final class Speech {

    private static final double CARD_DECLINED_FIRST = 0.05;
    private static final String DECLINED_CARD = "4000 0000 0000 0002";
    private static final String CARD = "4242 4242 4242 4242";

    private final Campaign campaign;
    private final Wish wish;
    private final Invention invention;
    private final Noise noise;

    private boolean declinedBefore;

    Speech(Campaign campaign, Wish wish, Invention invention, Noise noise, Random random) {
        this.campaign = campaign;
        this.wish = wish;
        this.invention = invention;
        this.noise = noise;
        this.declinedBefore = random.nextDouble() >= CARD_DECLINED_FIRST;
    }

    /**
     * Says plainly what a slot is wished to be, or what of a list is not wished. Naming options may add to a list; then that is
     * what was said.
     */
    Saying insist(Session session, String name, String opening) {
        Slot slot = campaign.slot(name);
        List<String> wished = wish.of(name).orElseThrow();
        List<String> unwished = session.slots().getOrDefault(name, List.of()).stream()
                .filter(value -> slot.list() && slot.options().containsKey(value) && !wished.contains(value))
                .toList();
        String words = opening
                + (unwished.isEmpty()
                        ? invention.phrase(slot, wished)
                        : SlotFormat.sayWithout(campaign, slot, unwished));
        if (slot.list()) {
            wish.say(session, words, words, true);
        }
        return plain(Use.CORRECTION, words, ReservedState.CORRECTION.label());
    }

    Saying spoken(Use use, Example example) {
        return noisy(use, completed(example.text().value()), example.next());
    }

    Saying noisy(Use use, String words, String label) {
        return new Saying(use, words, noise.on(words), label);
    }

    /** Said so plainly that nobody mistypes it. */
    static Saying plain(Use use, String words, String label) {
        return new Saying(use, words, words, label);
    }

    /** With something of one's own wherever an example is masked. */
    String completed(String masked) {
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
