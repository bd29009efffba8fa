package io.parley.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/** Reads the {@code pitch} or the {@code pitches} of a fact. */
final class PitchParser {

    static final List<String> KEYS = List.of("say", "states", "slots");

    private static final String A_PITCH = "a pitch";

    private final Optional<Campaign> flow;
    private final Report report;
    private final ObjIntConsumer<String> htmlCheck;

    /**
     * @param flow the one the fact belongs to, if it belongs to one
     * @param htmlCheck is given every text with its line
     */
    PitchParser(Optional<Campaign> flow, Report report, ObjIntConsumer<String> htmlCheck) {
        this.flow = flow;
        this.report = report;
        this.htmlCheck = htmlCheck;
    }

    List<Pitch> read(Section fact) {
        Optional<String> one = fact.text("pitch");
        one.ifPresent(text -> htmlCheck.accept(text, fact.line("pitch")));
        if (!fact.has("pitches")) {
            return one.map(Pitch::anywhere).stream().toList();
        }
        if (fact.has("pitch")) {
            report.error(
                    fact.line("pitches"),
                    "the fact has both 'pitch' and 'pitches'",
                    "Put the pitch into the list and take the other key out");
        }
        List<Tree> items = fact.items("pitches");
        if (items.isEmpty() && !(fact.tree("pitches").orElseThrow() instanceof Tree.Fields)) {
            report.error(fact.line("pitches"), "the fact has no pitch in 'pitches'", "Write one or take the key out");
        }
        Map<String, Integer> lineOfText = new HashMap<>();
        List<Pitch> pitches = new ArrayList<>();
        for (Tree item : items) {
            pitch(item).filter(pitch -> isNew(pitch, item.line(), lineOfText)).ifPresent(pitches::add);
        }
        return pitches;
    }

    private boolean isNew(Pitch pitch, int line, Map<String, Integer> lineOfText) {
        Integer first = lineOfText.putIfAbsent(pitch.say(), line);
        if (first != null) {
            report.error(
                    line,
                    "the pitch '" + pitch.say() + "' is there already, on line " + first,
                    "Take one of the two out");
        }
        return first == null;
    }

    private Optional<Pitch> pitch(Tree item) {
        if (item instanceof Tree.Text(String value, int line)) {
            if (value.isBlank()) {
                report.error(line, A_PITCH + " is empty", "Write something or take it out");
                return Optional.empty();
            }
            htmlCheck.accept(value, line);
            return Optional.of(Pitch.anywhere(value));
        }
        return Section.of(item, A_PITCH, report).flatMap(this::pitch);
    }

    private Optional<Pitch> pitch(Section section) {
        section.allowing(KEYS).requiring("say");
        Optional<String> say = section.text("say");
        say.ifPresent(text -> htmlCheck.accept(text, section.line("say")));
        Map<String, Integer> states = section.lines("states");
        Map<String, Integer> slots = section.lines("slots");
        flow.ifPresent(campaign -> {
            check("state", states, campaign.states().keySet());
            check("slot", slots, campaign.slots().keySet());
            slots.forEach((name, line) -> checkKept(campaign, name, line));
        });
        return say.map(text -> new Pitch(text, List.copyOf(states.keySet()), List.copyOf(slots.keySet())));
    }

    private void check(String kind, Map<String, Integer> written, Collection<String> known) {
        written.forEach((name, line) -> {
            if (!known.contains(name)) {
                report.error(
                        line,
                        A_PITCH + " names a " + kind + " '" + name + "' that does not exist",
                        Suggestion.remedy(name, known));
            }
        });
    }

    /** What is never kept is not known to any reply, so a pitch would wait for it for ever. */
    private void checkKept(Campaign campaign, String slot, int line) {
        if (campaign.slots().containsKey(slot) && campaign.slot(slot).keepNever()) {
            report.error(line, A_PITCH + " waits for '" + slot + "', which is never kept", "Take it out");
        }
    }
}
