package io.parley.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the list in a {@code facts.yaml}. */
final class FactsParser {

    static final List<String> KEYS = List.of("id", "kind", "ask", "answer", "pitch", "pitches", "states");

    /** What customers said may stand in a question as the masker leaves it. */
    private static final Pattern MASKED = Pattern.compile("<(?:card|email|phone)>");

    /** In characters. Customers cannot say more in one turn, and nobody listens to more. */
    private static final int LONGEST_TEXT = 2_000;

    /** In characters. */
    private static final int LONGEST_ID = 64;

    /** Enough to find any fact by; each takes its time to be compared with. */
    private static final int MOST_ASKINGS = 500;

    private static final int QUOTED = 20;

    private static final Pattern BRACE = Pattern.compile("[{}]");

    private final Optional<Campaign> flow;
    private final Report report;
    private final PitchParser pitches;
    private final Map<String, Integer> lineOfId = new HashMap<>();
    private final Map<String, String> ownerOfAsk = new HashMap<>();

    /**
     * @param flow the one the facts belong to, with those it has besides; nothing where they stand alone: then ids are
     *     free, any state and slot will do, and what only matters to customers is no more than a warning
     */
    FactsParser(Optional<Campaign> flow, Report report) {
        this.flow = flow;
        this.report = report;
        this.pitches = new PitchParser(flow, report, this::checkProse);
        flow.map(Campaign::facts)
                .orElse(List.of())
                .forEach(fact -> fact.ask().forEach(text -> ownerOfAsk.put(normalised(text), fact.id())));
    }

    List<Fact> read(Tree root) {
        List<Fact> facts = new ArrayList<>();
        switch (root) {
            case Tree.Items items ->
                items.items()
                        .forEach(item -> Section.of(item, "a fact", report)
                                .flatMap(this::fact)
                                .ifPresent(facts::add));
            case Tree.Nothing nothing -> {}
            case Tree.Text text -> refuse(text);
            case Tree.Fields fields -> refuse(fields);
        }
        return facts;
    }

    private void refuse(Tree root) {
        report.error(root.line(), "the facts are no list", "Begin each fact with a hyphen: - id: …");
    }

    private Optional<Fact> fact(Section section) {
        section.allowing(KEYS).requiring("id", "ask", "answer");
        Optional<String> id = section.text("id");
        id.ifPresent(it -> checkId(it, section));
        if (flow.isPresent()) {
            section.requiring("kind");
        }
        Fact.Kind kind = section.text("kind").map(label -> kind(label, section)).orElse(Fact.Kind.QUESTION);
        Map<String, Integer> ask = section.lines("ask");
        if (section.has("ask") && ask.isEmpty()) {
            report.error(section.line("ask"), "the fact asks nothing", "Write at least one question it answers");
        }
        if (flow.isPresent() && ask.size() > MOST_ASKINGS) {
            report.error(
                    section.line("ask"),
                    "the fact has " + ask.size() + " questions",
                    "Keep the " + MOST_ASKINGS + " that differ most");
        }
        ask.forEach((text, line) -> checkAsk(text, line, id.orElse("?")));
        Optional<String> answer = section.text("answer");
        if (section.has("answer") && answer.isEmpty() && section.tree("answer").orElseThrow() instanceof Tree.Nothing) {
            report.error(section.line("answer"), "the answer is empty", "Write what the customer is told");
        }
        answer.ifPresent(text -> checkProse(text, section.line("answer")));
        List<Pitch> selling = pitches.read(section);
        List<String> where = section.lines("states").entrySet().stream()
                .filter(entry -> isState(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (id.isEmpty() || ask.isEmpty() || answer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Fact(id.get(), kind, List.copyOf(ask.keySet()), answer.get(), selling, where));
    }

    private void checkId(String id, Section section) {
        int line = section.line("id");
        Integer first = lineOfId.putIfAbsent(id, line);
        if (first != null) {
            report.error(line, "the fact '" + id + "' is there already, on line " + first, "Give one another id");
        }
        if (flow.isPresent()) {
            Ids.checkEither(id, "a fact", line, report);
            checkLength(id, LONGEST_ID, line);
        }
    }

    private Fact.Kind kind(String label, Section section) {
        return switch (label) {
            case "question" -> Fact.Kind.QUESTION;
            case "hesitation" -> Fact.Kind.HESITATION;
            default -> {
                report.error(
                        section.line("kind"),
                        "'" + label + "' is no kind of fact",
                        Suggestion.remedy(label, List.of("question", "hesitation")));
                yield Fact.Kind.QUESTION;
            }
        };
    }

    private void checkAsk(String text, int line, String id) {
        checkProse(MASKED.matcher(text).replaceAll(""), line);
        if (flow.isPresent() && BRACE.matcher(text).find()) {
            report.error(
                    line,
                    "the question '" + text + "' has a brace in it",
                    "Write it as customers say it; variables are for answers and pitches");
        }
        String other = ownerOfAsk.putIfAbsent(normalised(text), id);
        if (other == null || other.equals(id)) {
            return;
        }
        String what = "'" + text + "' is asked by two facts, '" + other + "' and '" + id + "'";
        String remedy = "Keep it with the one that answers it";
        if (flow.isPresent()) {
            report.error(line, what, remedy);
        } else {
            report.warning(line, what, remedy);
        }
    }

    private void checkLength(String text, int longest, int line) {
        if (flow.isPresent() && text.length() > longest) {
            report.error(
                    line,
                    "'" + text.substring(0, QUOTED) + "…' has " + text.length() + " characters",
                    "Say it in " + longest + " at most");
        }
    }

    private void checkProse(String text, int line) {
        checkLength(text, LONGEST_TEXT, line);
        if (!Section.hasHtml(text)) {
            return;
        }
        if (flow.isPresent()) {
            report.error(line, Section.HAS_HTML, Section.NO_HTML);
        } else {
            report.warning(line, Section.HAS_HTML, Section.NO_HTML);
        }
    }

    private boolean isState(String id, int line) {
        if (flow.isEmpty() || flow.get().states().containsKey(id)) {
            return true;
        }
        report.error(
                line,
                "the fact names a state '" + id + "' that does not exist",
                Suggestion.remedy(id, flow.get().states().keySet()));
        return false;
    }

    /** What counts as the same question: letter case, spaces and punctuation make no difference. */
    static String normalised(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}<>]+", " ")
                .strip();
    }
}
