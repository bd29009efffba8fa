package io.parley.campaign;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads facts that come without their campaign's folder. Of a lone {@code facts.yaml}, whose statements belong to no flow,
 * ids are free, {@code kind} may be left out (then it is a question), and states are not checked.
 */
public final class FactReader {

    private FactReader() {}

    /** Reads a file; a missing one is a problem like any other. */
    public static FactReading read(Path file) {
        Report report = new Report(String.valueOf(file.getFileName()));
        return read(SourceText.read(file, SourceText.YAML_LIMIT, report), report);
    }

    /**
     * Reads what was uploaded.
     *
     * @param name how the file is called in problems
     */
    public static FactReading read(String name, byte[] content) {
        Report report = new Report(name);
        return read(SourceText.decode(content, SourceText.YAML_LIMIT, report), report);
    }

    /**
     * Reads facts that join those of a campaign, or take the place of those with the same id, and checks them as if they
     * stood in its folder.
     *
     * @param name how problems call where they come from
     * @param text a list as in {@code facts.yaml}, or a single item of it; YAML or JSON
     */
    public static FactReading read(Campaign campaign, String name, String text) {
        Report report = new Report(name);
        List<Fact> facts = TreeReader.read(text, report)
                .map(root -> read(campaign, aloneOrSeveral(root), report))
                .orElse(List.of());
        return new FactReading(facts, report.problems());
    }

    private static List<Fact> read(Campaign campaign, Tree root, Report report) {
        Set<String> replaced = ids(root);
        Campaign others = campaign.withFacts(campaign.facts().stream()
                .filter(fact -> !replaced.contains(fact.id()))
                .toList());
        List<Fact> facts = new FactsParser(Optional.of(others), report).read(root);
        CampaignCheck.checkFacts(others.withFacts(facts), root, report);
        return facts;
    }

    /** A list, also where the document is a single fact. */
    private static Tree aloneOrSeveral(Tree root) {
        return root instanceof Tree.Fields one ? new Tree.Items(List.of(one), one.line()) : root;
    }

    private static Set<String> ids(Tree root) {
        List<Tree> items = root instanceof Tree.Items some ? some.items() : List.of();
        return items.stream()
                .flatMap(item -> item instanceof Tree.Fields fields
                        ? Stream.ofNullable(fields.fields().get("id"))
                        : Stream.empty())
                .flatMap(id -> id.value() instanceof Tree.Text text ? Stream.of(text.value()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    private static FactReading read(Optional<String> text, Report report) {
        List<Fact> facts = text.flatMap(it -> TreeReader.read(it, report))
                .map(root -> new FactsParser(Optional.empty(), report).read(aloneOrSeveral(root)))
                .orElse(List.of());
        return new FactReading(facts, report.problems());
    }
}
