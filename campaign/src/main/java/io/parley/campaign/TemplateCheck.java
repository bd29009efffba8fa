package io.parley.campaign;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether every reply can be filled in, and every bucket has one that always can. */
final class TemplateCheck {

    private static final String NO_ORDER_YET = "{{%s}} is not there before the order is placed";

    private final Campaign campaign;
    private final Lines lines;
    private final Report report;
    private final FlowGraph graph;
    private final CertainSlots certain;

    TemplateCheck(Campaign campaign, FlowGraph graph, Lines lines, Report report) {
        this.campaign = campaign;
        this.graph = graph;
        this.lines = lines;
        this.report = report;
        this.certain = new CertainSlots(campaign, graph);
    }

    void check() {
        for (State state : campaign.states().values()) {
            checkBucket(state, "say", state.say());
            checkBucket(state, "invalid", state.invalid());
            checkBucket(state, "declined", state.declined());
        }
        campaign.replies()
                .forEach((name, texts) ->
                        texts.forEach(text -> checkReply(name, text, lines.of("replies", name, text))));
    }

    private void checkReply(String name, String text, int line) {
        Optional<Template> template = read(text, line, report);
        if (template.isEmpty()) {
            return;
        }
        List<String> variables = template.get().variables();
        if (Replies.isExample(name) && !variables.isEmpty()) {
            report.error(line, "an example has the variable " + braced(variables), "Write what a customer could say");
        } else if (name.equals(Replies.ANSWER) && !variables.contains("fact.answer")) {
            report.error(line, "the text of 'answer' gives no answer", "Put {{fact.answer}} into it");
        } else if (name.equals(Replies.WHICH) && !variables.containsAll(List.of("which.first", "which.second"))) {
            report.error(
                    line, "the text of 'which' does not name both", "Put {{which.first}} and {{which.second}} into it");
        } else {
            warnOfStranger(template.get(), name, line);
        }
        if (!Replies.tellsOfPerson(name)) {
            warnOfPerson(template.get(), line);
        }
    }

    /** Elsewhere nobody is waited for, so a text that tells of a person is never said. */
    private void warnOfPerson(Template template, int line) {
        template.variables().stream()
                .filter(name -> TemplateVariable.of(name, campaign)
                        .filter(TemplateVariable.Person.class::isInstance)
                        .isPresent())
                .forEach(name -> report.warning(
                        line, "{{" + name + "}} is only there in replies about a hand-off", "Take it out"));
    }

    /** Outside of {@code answer} no fact is being told, so a text that needs one is never said; nor is one that needs two to choose from. */
    private void warnOfStranger(Template template, String bucket, int line) {
        for (String name : template.variables()) {
            TemplateVariable.of(name, campaign)
                    .flatMap(TemplateCheck::onlyIn)
                    .filter(only -> !only.equals(bucket))
                    .ifPresent(only -> report.warning(
                            line, "{{" + name + "}} is only there in the reply '" + only + "'", "Take it out"));
        }
    }

    private static Optional<String> onlyIn(TemplateVariable variable) {
        return switch (variable) {
            case TemplateVariable.Told told -> Optional.of(Replies.ANSWER);
            case TemplateVariable.OneOfTwo two -> Optional.of(Replies.WHICH);
            case TemplateVariable.Person person -> Optional.empty();
            case TemplateVariable.Value value -> Optional.empty();
            case TemplateVariable.Price price -> Optional.empty();
            case TemplateVariable.Fixed fixed -> Optional.empty();
            case TemplateVariable.OrderSoFar order -> Optional.empty();
            case TemplateVariable.OrderId order -> Optional.empty();
        };
    }

    /** The same for facts, which have only one text and can be asked for anywhere. */
    void checkFacts(Lines factLines, Report factsReport) {
        for (Fact fact : campaign.facts()) {
            int line = factLines.of(Lines.item(fact.id()), "answer");
            Optional<Template> answer = readFact(fact.answer(), line, factsReport);
            List<String> uncertain = answer.map(this::uncertainAnywhere).orElse(List.of());
            if (!uncertain.isEmpty()) {
                factsReport.warning(
                        line,
                        "the answer cannot be given before " + braced(uncertain) + " is known",
                        "Say it without, or move that part to the pitch");
            }
            fact.pitches().forEach(pitch -> readFact(pitch.say(), pitchLine(fact, pitch, factLines), factsReport));
        }
    }

    private static int pitchLine(Fact fact, Pitch pitch, Lines factLines) {
        String item = Lines.item(fact.id());
        int alone = factLines.of(item, "pitch");
        return alone == factLines.of(item) ? factLines.of(item, "pitches", pitch.say()) : alone;
    }

    /** The template if nothing is wrong with it and there are moments at which it can be told. */
    private Optional<Template> readFact(String text, int line, Report to) {
        return read(text, line, to).filter(template -> {
            boolean tellable = true;
            for (String name : template.variables()) {
                TemplateVariable variable = TemplateVariable.of(name, campaign).orElseThrow();
                if (variable instanceof TemplateVariable.OneOfTwo) {
                    tellable = false;
                    to.error(line, "{{" + name + "}} is only there in the reply 'which'", "Take it out");
                } else if (variable instanceof TemplateVariable.Told) {
                    tellable = false;
                    to.error(line, "{{" + name + "}} is the fact itself", "Take it out");
                } else if (variable instanceof TemplateVariable.OrderId) {
                    tellable = false;
                    to.error(line, NO_ORDER_YET.formatted(name), "Take it out: questions come before");
                }
            }
            return tellable;
        });
    }

    private List<String> uncertainAnywhere(Template template) {
        return uncertain(
                template, new Moment(certain.anywhere(), campaign.slots().keySet(), false, false));
    }

    private void checkBucket(State state, String bucket, List<String> texts) {
        Set<String> known = certain.at(state);
        boolean placing = state.outcome().filter(Outcome.SALE::equals).isPresent();
        boolean summing = placing || state.confirms() || state.pays();
        Moment moment = new Moment(known, ahead(state), summing, placing);
        Set<String> missing = new TreeSet<>();
        boolean always = texts.isEmpty();
        for (String text : texts) {
            int line = lines.of("states", state.id(), bucket, text);
            Optional<Template> template = read(text, line, report);
            if (template.isEmpty()) {
                always = true;
                continue;
            }
            warnOfStranger(template.get(), state.id() + "/" + bucket, line);
            List<String> uncertain = uncertain(template.get(), moment);
            if (!placing && uncertain.contains("order.id")) {
                report.error(line, NO_ORDER_YET.formatted("order.id"), "Say it in the final state with outcome sale");
                always = true;
            }
            missing.addAll(uncertain);
            always |= uncertain.isEmpty();
        }
        if (!always) {
            report.error(
                    lines.of("states", state.id(), bucket),
                    "no text of '" + bucket + "' in state '" + state.id() + "' can be said on every way there: "
                            + braced(missing) + " may be unknown",
                    known.isEmpty()
                            ? "Add a text without variables"
                            : "Add a text with nothing but what is known there: " + braced(new TreeSet<>(known)));
        }
    }

    /**
     * What can be counted on when a text is said.
     *
     * @param known slots that have a value on every way there
     * @param ahead slots that may be asked for there or later
     * @param summing whether the order is read back or paid, even if nothing is on it
     * @param placing whether it is placed
     */
    private record Moment(Set<String> known, Set<String> ahead, boolean summing, boolean placing) {}

    private Set<String> ahead(State state) {
        return graph.reachable(state.id(), passed -> true).stream()
                .flatMap(id -> campaign.state(id).collects().stream())
                .collect(Collectors.toSet());
    }

    private List<String> uncertain(Template template, Moment moment) {
        return template.variables().stream()
                .filter(name -> TemplateVariable.of(name, campaign)
                        .filter(variable -> !isCertain(variable, moment))
                        .isPresent())
                .toList();
    }

    private boolean isCertain(TemplateVariable variable, Moment moment) {
        return switch (variable) {
            case TemplateVariable.Value(String slot) -> moment.known().contains(slot);
            case TemplateVariable.Price(String slot) -> moment.known().contains(slot);
            case TemplateVariable.Fixed fixed -> true;
            case TemplateVariable.OrderSoFar order ->
                isSettled(moment) && (moment.summing() || somethingCounts(moment.known()));
            case TemplateVariable.OrderId order -> moment.placing();
            case TemplateVariable.Told told -> false;
            case TemplateVariable.OneOfTwo two -> false;
            case TemplateVariable.Person person -> false;
        };
    }

    /** Whether no line waits for a slot that may be unknown and is still to be asked for: until then no sum is told. */
    private boolean isSettled(Moment moment) {
        return campaign.lines().stream()
                .noneMatch(line -> line.needs(campaign)
                        .anyMatch(slot -> !moment.known().contains(slot)
                                && moment.ahead().contains(slot)
                                && mayCountWithout(line, slot)));
    }

    /** A line whose condition needs a value of the slot does not count while it has none. */
    private static boolean mayCountWithout(PriceLine line, String slot) {
        Condition.Test test = line.when().tests().get(slot);
        return test == null || test.passes(List.of());
    }

    /** Whether at least one line of the order is sure to be on it. */
    private boolean somethingCounts(Set<String> known) {
        return campaign.lines().stream().anyMatch(line -> {
            boolean counted = switch (line) {
                case PriceLine.OfChoice choice -> known.contains(choice.slot());
                case PriceLine.Fixed fixed -> true;
            };
            return counted
                    && !line.when().isConditional()
                    && line.per().map(known::contains).orElse(true);
        });
    }

    /** The template if nothing is wrong with it. */
    private Optional<Template> read(String text, int line, Report to) {
        Template template;
        try {
            template = Template.of(text);
        } catch (IllegalArgumentException e) {
            to.error(
                    line,
                    e.getMessage() == null ? "the braces do not fit" : e.getMessage(),
                    "Write {{name}}, two braces on each side");
            return Optional.empty();
        }
        boolean good = true;
        for (String name : template.variables()) {
            Optional<TemplateVariable> variable = TemplateVariable.of(name, campaign);
            if (variable.isEmpty()) {
                good = false;
                to.error(line, "{{" + name + "}} stands for nothing", Suggestion.remedy(name, candidates(name)));
            } else if (variable.get() instanceof TemplateVariable.Value(String slot)
                    && campaign.slot(slot).keepNever()) {
                good = false;
                to.error(line, "{{" + name + "}} is never kept and cannot be told", "Take it out");
            }
        }
        return good ? Optional.of(template) : Optional.empty();
    }

    /** What could be meant: of a slot that is there only what that slot has. */
    private List<String> candidates(String name) {
        List<String> names = TemplateVariable.names(campaign);
        int dot = name.indexOf('.');
        String owner = dot < 0 ? name : name.substring(0, dot);
        List<String> own = names.stream()
                .filter(known -> known.equals(owner) || known.startsWith(owner + "."))
                .toList();
        return own.isEmpty() ? names : own;
    }

    private static String braced(Iterable<String> names) {
        StringBuilder braced = new StringBuilder();
        names.forEach(name -> braced.append(braced.isEmpty() ? "" : ", ")
                .append("{{")
                .append(name)
                .append("}}"));
        return braced.toString();
    }
}
