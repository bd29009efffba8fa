package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.orderflow.slot.OptionIndex.Choice;
import io.parley.orderflow.slot.OptionReader.Named;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An utterance while it is being read: what may be filled, and what has been. */
final class Hearing {

    private final Lexicon lexicon;
    private final Heard heard;
    private final Utterance utterance;
    private final Utterance withoutSlips;
    private final List<Slot> wanted;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, Refusal> refusals = new LinkedHashMap<>();
    private final Map<String, List<String>> between = new LinkedHashMap<>();
    private final BitSet counted = new BitSet();
    private final List<Named> options = new ArrayList<>();
    private List<DayMention> days = List.of();

    Hearing(Lexicon lexicon, Heard heard, Utterance utterance) {
        this.lexicon = lexicon;
        this.heard = heard;
        this.utterance = utterance;
        this.withoutSlips = lexicon.words().withoutSlips(utterance);
        this.wanted = lexicon.slotsIn(heard.wanted());
    }

    /** Some of the words, to be read by themselves; nothing of them is filled yet. */
    Hearing part(int from, int to) {
        String said = utterance.said(from, to);
        Heard part = new Heard(said, heard.wanted(), heard.known(), heard.correcting(), heard.insisting(), heard.now());
        return new Hearing(lexicon, part, lexicon.words().hear(said));
    }

    Lexicon lexicon() {
        return lexicon;
    }

    Words words() {
        return lexicon.words();
    }

    Heard heard() {
        return heard;
    }

    Utterance utterance() {
        return utterance;
    }

    /** The same, with slips mended in the words of the language. */
    Utterance withoutSlips() {
        return withoutSlips;
    }

    /** The slots that the state collects. */
    List<Slot> wanted() {
        return wanted;
    }

    Optional<Slot> wanted(SlotType type) {
        return wanted.stream().filter(slot -> slot.type() == type).findFirst();
    }

    boolean isWanted(Slot slot) {
        return wanted.contains(slot);
    }

    /** Slots of that type, the wanted ones first. */
    List<Slot> slots(SlotType type) {
        return lexicon.slots().values().stream()
                .filter(slot -> slot.type() == type)
                .sorted((a, b) -> Boolean.compare(isWanted(b), isWanted(a)))
                .toList();
    }

    /** Whether a value that is said may go into the slot. */
    boolean isOpen(Slot slot) {
        if (values.containsKey(slot.name())) {
            return false;
        }
        return isWanted(slot)
                || (!slot.keepNever() && (heard.correcting() || known(slot).isEmpty()));
    }

    /** Values said in earlier turns; a declined slot has none. */
    List<String> known(Slot slot) {
        List<String> known = heard.known().getOrDefault(slot.name(), List.of());
        return known.equals(List.of(Extraction.NONE)) ? List.of() : known;
    }

    /** Whether the customer changes this slot rather than giving it for the first time. */
    boolean isCorrecting(Slot slot) {
        return heard.correcting() && heard.known().containsKey(slot.name());
    }

    /** Values said so far, in this utterance or before. */
    Map<String, List<String>> knownNow() {
        Map<String, List<String>> known = new HashMap<>(heard.known());
        known.putAll(values);
        return known;
    }

    /** Whether a number before this word counts an option that is ordered by the piece. */
    boolean countsOption(int at) {
        int word = at;
        while (word < utterance.size() && utterance.isTaken(word)) {
            if (counted.get(word)) {
                return true;
            }
            word++;
        }
        return false;
    }

    /** The options named so far. */
    List<Named> options() {
        return options;
    }

    void heardOptions(List<Named> found) {
        for (Named named : found) {
            utterance.take(named.from(), named.to());
            if (named.choices().stream().map(Choice::slot).anyMatch(this::isSingle)) {
                counted.set(named.from(), named.to());
            }
        }
        options.addAll(found);
    }

    private boolean isSingle(String slot) {
        return Optional.ofNullable(lexicon.slots().get(slot))
                .filter(it -> !it.list())
                .isPresent();
    }

    /** The days named in the utterance, for readers of dates with a time. */
    List<DayMention> days() {
        return days;
    }

    void heardDays(List<DayMention> found) {
        days = List.copyOf(found);
    }

    boolean hasFilled(Slot slot) {
        return values.containsKey(slot.name());
    }

    boolean hasUnderstood() {
        return !values.isEmpty() || !refusals.isEmpty();
    }

    boolean isFilled(Slot slot) {
        return values.containsKey(slot.name());
    }

    /** Whether a value was said for a wanted slot, good or bad. */
    boolean hasAnswered(Slot slot) {
        return values.containsKey(slot.name()) || refusals.containsKey(slot.name());
    }

    /** What is filled into a slot that is. */
    List<String> value(Slot slot) {
        return Objects.requireNonNull(values.get(slot.name()), slot.name());
    }

    /** Why a value cannot go into the slot; nothing if it can. */
    Optional<Refusal> refusal(Slot slot, String value) {
        return SlotLimits.refuse(lexicon.slots(), slot, value, knownNow(), heard.now());
    }

    void fill(Slot slot, List<String> canonical) {
        for (String value : canonical) {
            Optional<Refusal> refusal = refusal(slot, value);
            if (refusal.isPresent()) {
                refuse(slot, refusal.get());
                return;
            }
        }
        refusals.remove(slot.name());
        values.put(slot.name(), canonical);
    }

    void fill(Slot slot, Mention mention) {
        mention.value().ifPresent(value -> fill(slot, List.of(value)));
        mention.refusal().ifPresent(refusal -> refuse(slot, refusal));
    }

    /** Fills a slot with the value NONE: it was asked for and declined. */
    void decline(Slot slot) {
        refusals.remove(slot.name());
        values.put(slot.name(), List.of(Extraction.NONE));
    }

    void refuse(Slot slot, Refusal refusal) {
        if (!values.containsKey(slot.name())) {
            refusals.putIfAbsent(slot.name(), refusal);
        }
    }

    /** The words fit two options of the slot alike. */
    void doubt(Slot slot, List<String> two) {
        refuse(slot, Refusal.AMBIGUOUS);
        between.put(slot.name(), List.copyOf(two));
    }

    Extraction extraction() {
        Map<String, String> invalid = new LinkedHashMap<>();
        refusals.forEach((slot, refusal) -> invalid.put(slot, refusal.label()));
        between.keySet().removeAll(values.keySet());
        return new Extraction(values, invalid, between);
    }
}
