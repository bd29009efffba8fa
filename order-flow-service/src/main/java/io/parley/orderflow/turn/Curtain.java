package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.Outcome;
import io.parley.campaign.Slot;
import io.parley.contracts.event.DialogueEvent;
import io.parley.contracts.event.DialogueEvent.ConversationEnded;
import io.parley.contracts.event.DialogueEvent.TurnTaken;
import io.parley.contracts.order.OrderPlaced;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.order.Cart;
import io.parley.orderflow.order.MoneyFormat;
import io.parley.orderflow.order.NewOrder;
import io.parley.orderflow.order.OrderIds;
import io.parley.orderflow.pitch.FactTold;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.secret.Vault;
import io.parley.orderflow.unanswered.AskedInVain;
import io.parley.session.Exchange;
import io.parley.session.Session;
import io.parley.session.Session.HandOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends a turn: makes of a played scene the session, the exchange, the events and the order that must be kept. */
@Component
final class Curtain {

    /** Conversations of this channel are tests: their orders are neither published nor listed. */
    static final String REHEARSAL = "rehearsal";

    private static final int REMEMBERED_UTTERANCES = 12;

    private final BucketRenderer buckets;
    private final Vault vault;

    Curtain(BucketRenderer buckets, Vault vault) {
        this.buckets = buckets;
        this.vault = vault;
    }

    Spoken close(
            OfferedCampaign offered,
            Scene scene,
            String turnId,
            Words words,
            Account account,
            Optional<String> callBack) {
        Session before = scene.before();
        @Nullable String outcome = scene.state().outcome().map(Outcome::label).orElse(null);
        Optional<NewOrder> order =
                scene.state().outcome().filter(Outcome.SALE::equals).isPresent()
                        ? Optional.of(order(scene, account.paymentReference()))
                        : Optional.empty();
        @Nullable
        String orderId = order.map(placed -> placed.placed().orderId()).orElse(null);
        List<DialogueEvent> events = new ArrayList<>(scene.events());
        events.add(new TurnTaken(
                before.id() + ":" + scene.turn(),
                before.id(),
                scene.now(),
                scene.turn(),
                words.raw().length(),
                before.state(),
                scene.state().id(),
                account.decision(),
                account.confidence(),
                scene.facts().toldNow().orElse(null),
                scene.facts().pitchedNow().orElse(null),
                scene.templates(),
                account.model()));
        if (outcome != null) {
            events.add(new ConversationEnded(before.id() + ":end", before.id(), scene.now(), outcome, orderId));
        }
        @Nullable HandOff handOff = outcome == null ? scene.handOff().orElse(null) : null;
        Session after = new Session(
                before.contact(),
                before.version() + 1,
                scene.turn(),
                scene.state().id(),
                scene.path(),
                scene.sealedSlots(vault),
                memory(scene, words),
                scene.awaiting().orElse(null),
                scene.resumeAt().orElse(null),
                outcome,
                orderId,
                scene.now(),
                handOff);
        Exchange exchange = new Exchange(
                turnId,
                words.masked(),
                scene.reply(),
                scene.state().id(),
                Choices.of(scene, buckets),
                outcome,
                orderId,
                order.map(placed -> MoneyFormat.format(placed.placed().total(), scene.campaign()))
                        .orElse(null),
                scene.now(),
                null,
                handOff == null ? null : handOff.status());
        return new Spoken(
                offered,
                account,
                scene.said(),
                after,
                exchange,
                events,
                order,
                unanswered(scene, turnId, words),
                told(scene),
                callBack.or(scene::toCall));
    }

    /**
     * Ends what happens between two turns.
     *
     * @param id of the exchange
     * @param by who wrote the words, if a person did
     * @param words theirs, or empty for what was said in the scene
     * @param outcome how the conversation ends with it; null if it does not
     */
    Interlude between(Scene scene, String id, Optional<String> by, String words, @Nullable String outcome) {
        Session before = scene.before();
        @Nullable HandOff handOff = outcome == null ? scene.handOff().orElse(null) : null;
        List<DialogueEvent> events = new ArrayList<>(scene.events());
        if (outcome != null) {
            events.add(new ConversationEnded(before.id() + ":end", before.id(), scene.now(), outcome, null));
        }
        Session.SpokenMemory memory = before.memory();
        Session after = new Session(
                before.contact(),
                before.version() + 1,
                before.turn(),
                scene.state().id(),
                scene.path(),
                scene.sealedSlots(vault),
                new Session.SpokenMemory(
                        scene.lastVariants(),
                        scene.facts().told(),
                        scene.facts().pitched(),
                        memory.recent(),
                        scene.misses(),
                        memory.asked()),
                scene.awaiting().orElse(null),
                scene.resumeAt().orElse(null),
                outcome,
                null,
                scene.now(),
                handOff);
        Exchange exchange = new Exchange(
                id,
                null,
                words.isEmpty() ? scene.reply() : words,
                scene.state().id(),
                outcome == null ? Choices.of(scene, buckets) : List.of(),
                outcome,
                null,
                null,
                scene.now(),
                by.orElse(null),
                handOff == null ? null : handOff.status());
        return new Interlude(after, exchange, events);
    }

    private static Optional<AskedInVain> unanswered(Scene scene, String turnId, Words words) {
        Session before = scene.before();
        return scene.facts().isUnanswered() && !isRehearsal(before)
                ? Optional.of(new AskedInVain(
                        before.id(), turnId, scene.campaign().id(), before.state(), words.masked(), scene.now()))
                : Optional.empty();
    }

    private static Optional<FactTold> told(Scene scene) {
        Session before = scene.before();
        return scene.facts()
                .toldNow()
                .filter(fact -> !isRehearsal(before))
                .map(fact -> new FactTold(
                        before.id(),
                        scene.turn(),
                        scene.campaign().id(),
                        fact,
                        scene.facts().pitchedNow(),
                        scene.now()));
    }

    static boolean isRehearsal(Session session) {
        return session.contact().channel().equals(REHEARSAL);
    }

    private static Session.SpokenMemory memory(Scene scene, Words words) {
        List<Session.Heard> recent = new ArrayList<>(scene.before().memory().recent());
        // What is said to a person is nothing for the models to learn of, not even as what was said before.
        if (!scene.isTaken()) {
            recent.add(new Session.Heard(scene.before().state(), words.masked().value()));
        }
        int surplus = Math.max(0, recent.size() - REMEMBERED_UTTERANCES);
        return new Session.SpokenMemory(
                scene.lastVariants(),
                scene.facts().told(),
                scene.facts().pitched(),
                recent.subList(surplus, recent.size()),
                scene.misses(),
                scene.asked().orElse(null));
    }

    private static NewOrder order(Scene scene, Optional<String> paymentReference) {
        Campaign campaign = scene.campaign();
        Session before = scene.before();
        Map<String, List<String>> values = scene.standing().values();
        Cart cart = Cart.of(campaign, values);
        scene.forgetSecrets();
        Map<String, List<String>> all = new TreeMap<>(scene.standing().values());
        Map<String, List<String>> open = new TreeMap<>(all);
        campaign.slots().values().stream()
                .filter(Slot::personal)
                .map(Slot::name)
                .forEach(open::remove);
        OrderPlaced placed = new OrderPlaced(
                OrderIds.of(before.id()),
                before.id(),
                campaign.id(),
                scene.now(),
                cart.lines(),
                open,
                cart.total(),
                campaign.currency().getCurrencyCode(),
                paymentReference.orElse(null));
        return new NewOrder(placed, all, isRehearsal(before));
    }
}
