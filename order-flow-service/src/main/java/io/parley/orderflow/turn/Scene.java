package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.Outcome;
import io.parley.campaign.State;
import io.parley.contracts.event.DialogueEvent;
import io.parley.contracts.event.DialogueEvent.SlotFilled;
import io.parley.orderflow.flow.Standing;
import io.parley.orderflow.handoff.Desk;
import io.parley.orderflow.order.OrderIds;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.response.Known;
import io.parley.orderflow.response.Rendering;
import io.parley.orderflow.secret.Vault;
import io.parley.session.Session;
import io.parley.session.Session.Awaiting;
import io.parley.session.Session.HandOff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A session while one turn is played on it. Mutable, used by one thread, and gone when the turn is over: the
 * {@link Session} it started from stays as it was.
 */
final class Scene {

    private final Campaign campaign;
    private final Session before;
    private final Instant now;
    private final List<Rendering> said = new ArrayList<>();
    private final List<DialogueEvent> events = new ArrayList<>();
    private final Set<String> filledNow = new HashSet<>();
    private final Map<String, List<String>> slots;
    private final List<String> path;
    private final Map<String, Integer> lastVariants;
    private final ToldSoFar facts;

    private String state;
    private int misses;
    private boolean paid;
    private @Nullable Awaiting awaiting;
    private @Nullable String resumeAt;
    private Session.@Nullable Which asked;
    private @Nullable HandOff handOff;
    private @Nullable String toCall;
    private Desk desk = Desk.EMPTY;
    private final Map<String, String> others = new HashMap<>();
    private final String eventIds;

    Scene(Campaign campaign, Session before, Instant now) {
        this(campaign, before, now, before.id() + ":" + (before.turn() + 1));
    }

    private Scene(Campaign campaign, Session before, Instant now, String eventIds) {
        this.eventIds = eventIds;
        this.handOff = before.handOff();
        this.campaign = campaign;
        this.before = before;
        this.now = now;
        this.state = before.state();
        this.slots = new TreeMap<>(before.slots());
        this.path = new ArrayList<>(before.path());
        this.lastVariants = new HashMap<>(before.memory().lastVariants());
        this.facts = new ToldSoFar(before.memory());
        this.misses = before.memory().misses();
        this.resumeAt = before.resumeAt();
    }

    /** A scene between two turns: something happens although the customer says nothing. */
    static Scene between(Campaign campaign, Session before, Instant now) {
        return new Scene(campaign, before, now, before.id() + ":v" + before.version());
    }

    Campaign campaign() {
        return campaign;
    }

    Session before() {
        return before;
    }

    Instant now() {
        return now;
    }

    /** The number of the turn being played, from 1. */
    int turn() {
        return before.turn() + 1;
    }

    State state() {
        return campaign.state(state);
    }

    void enter(String next) {
        state = next;
    }

    List<String> path() {
        return path;
    }

    /** The slots this turn filled. */
    Set<String> filledNow() {
        return filledNow;
    }

    Map<String, List<String>> slots() {
        return Map.copyOf(slots);
    }

    /** What the flow judges by. */
    Standing standing() {
        return Standing.of(campaign, slots, paid);
    }

    /** What the flow would judge by with these values as well, before anything is paid. */
    Standing standingWith(Map<String, List<String>> values) {
        Map<String, List<String>> known = new TreeMap<>(slots);
        known.putAll(values);
        return Standing.of(campaign, known, false);
    }

    void paid() {
        paid = true;
    }

    void fill(Map<String, List<String>> values) {
        values.forEach((slot, value) -> {
            filledNow.add(slot);
            if (!value.equals(slots.put(slot, value))) {
                boolean open = !campaign.slot(slot).personal();
                events.add(new SlotFilled(eventId(), before.id(), now, turn(), slot, open ? value : null));
            }
        });
    }

    void forget(String slot) {
        slots.remove(slot);
        filledNow.remove(slot);
    }

    /** @param kept the slots that stay */
    void forgetAllBut(Set<String> kept) {
        slots.keySet().retainAll(kept);
        filledNow.clear();
        path.clear();
        resumeAt = null;
    }

    /** Replaces values that were used and may not be kept by what may be shown of them. */
    void forgetSecrets() {
        slots.replaceAll((slot, values) -> Secrets.isSecret(campaign, slot) ? Secrets.used(values) : values);
    }

    /** The slots as the session keeps them: what is never kept, sealed. */
    Map<String, List<String>> sealedSlots(Vault vault) {
        Map<String, List<String>> sealed = new TreeMap<>(slots);
        sealed.replaceAll((slot, values) ->
                Secrets.isSecret(campaign, slot) ? Secrets.sealed(values, vault, before.id()) : values);
        return sealed;
    }

    /** What templates may be filled with: everything known but secrets. */
    Known known() {
        Map<String, List<String>> open = new HashMap<>(standing().values());
        open.keySet().removeIf(slot -> Secrets.isSecret(campaign, slot));
        Optional<String> orderId =
                state().outcome().filter(Outcome.SALE::equals).map(sale -> OrderIds.of(before.id()));
        return new Known(campaign, state(), open, Optional.empty(), orderId, others);
    }

    BucketRenderer.Choice choice() {
        return new BucketRenderer.Choice(before.contact().seed(), turn(), lastVariants);
    }

    void say(Rendering rendering) {
        lastVariants.put(rendering.bucket(), rendering.variant());
        said.add(rendering);
    }

    /** What was said so far, one after the other. */
    List<Rendering> said() {
        return said;
    }

    /** The whole reply. */
    String reply() {
        return String.join(" ", said.stream().map(Rendering::text).toList());
    }

    List<String> templates() {
        return said.stream().map(Rendering::template).toList();
    }

    /** The facts and pitches the customer has been told. */
    ToldSoFar facts() {
        return facts;
    }

    int misses() {
        return misses;
    }

    void missed() {
        misses++;
    }

    void understood() {
        misses = 0;
    }

    Optional<Awaiting> awaiting() {
        return Optional.ofNullable(awaiting);
    }

    void await(Awaiting what) {
        awaiting = what;
    }

    /** Between which two readings of the words of this turn the customer is asked to choose. */
    Optional<Session.Which> asked() {
        return Optional.ofNullable(asked);
    }

    void ask(Session.Which which) {
        asked = which;
    }

    /** The person that is waited for or talks with the customer, if there is one. */
    Optional<HandOff> handOff() {
        return Optional.ofNullable(handOff);
    }

    boolean isWaiting() {
        return handOff != null && !handOff.isTaken();
    }

    /** Whether a person talks with the customer. */
    boolean isTaken() {
        return handOff != null && handOff.isTaken();
    }

    /**
     * @param wish null where the customer is with us alone from now on
     */
    void handOff(@Nullable HandOff wish) {
        handOff = wish;
    }

    Desk desk() {
        return desk;
    }

    /** Notes what the desk looks like. */
    void sees(Desk now) {
        desk = now;
    }

    /** A colleague shall call that number. */
    void call(String number) {
        toCall = number;
    }

    Optional<String> toCall() {
        return Optional.ofNullable(toCall);
    }

    /** What a variable of a reply stands for from now on. */
    void let(String variable, String text) {
        others.put(variable, text);
    }

    Optional<String> resumeAt() {
        return Optional.ofNullable(resumeAt);
    }

    void resumeAt(@Nullable String place) {
        resumeAt = place;
    }

    Map<String, Integer> lastVariants() {
        return lastVariants;
    }

    List<DialogueEvent> events() {
        return events;
    }

    /** Unique and the same when the turn is taken again. */
    String eventId() {
        return eventIds + ":" + events.size();
    }
}
