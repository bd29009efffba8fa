package io.parley.campaign;

import io.parley.contracts.chat.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads and checks a campaign's folder: every problem at once, and whatever is good besides. */
public final class CampaignReader {

    private static final Pattern FOLDER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Path folder;
    private final List<Report> reports = new ArrayList<>();

    private CampaignReader(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Reads a folder; that it is missing is a problem like any other. */
    public static Reading read(Path folder) {
        return new CampaignReader(folder).read();
    }

    private Reading read() {
        String id = String.valueOf(folder.getFileName());
        if (!Files.isDirectory(folder)) {
            report(id).error(0, "is no folder", "Name the campaign's folder, with flow.yaml in it");
            return reading(Optional.empty(), List.of(), List.of(), List.of(), List.of());
        }
        if (!FOLDER_NAME.matcher(id).matches()) {
            report(id)
                    .error(0, "cannot be the name of a campaign", "Use letters, digits and hyphens, such as gift-card");
        }
        Report flowReport = report("flow.yaml");
        Report factsReport = report("facts.yaml");
        Optional<Tree> flow = tree("flow.yaml", flowReport);
        Optional<Tree> facts = tree("facts.yaml", factsReport);
        String version =
                CampaignVersion.of(Stream.concat(flow.stream(), facts.stream()).toList());
        Optional<Campaign> draft = flow.flatMap(tree -> FlowReader.read(tree, id, version, flowReport))
                .map(campaign -> withFacts(campaign, facts, factsReport));
        List<Proof> proofs = draft.map(
                        campaign -> CampaignCheck.check(campaign, flow.orElseThrow(), flowReport, facts, factsReport))
                .orElse(List.of());
        if (draft.isEmpty()) {
            facts.ifPresent(tree -> new FactsParser(Optional.empty(), factsReport).read(tree));
        }
        boolean usable = reports.stream().noneMatch(Report::hasErrors);
        List<Example> examples = draft.map(this::examples).orElse(List.of());
        List<Example> heldOut = draft.map(this::heldOut).orElse(List.of());
        List<ConversationTest> tests = draft.map(this::tests).orElse(List.of());
        draft.ifPresent(campaign -> {
            ExampleCheck check = new ExampleCheck(campaign, examples, report("utterances.csv"));
            check.check();
            check.checkHeldOut(heldOut, report("held-out.csv"));
        });
        return reading(draft.filter(campaign -> usable), examples, heldOut, tests, proofs);
    }

    private Reading reading(
            Optional<Campaign> campaign,
            List<Example> examples,
            List<Example> heldOut,
            List<ConversationTest> tests,
            List<Proof> proofs) {
        return new Reading(
                campaign,
                examples,
                heldOut,
                tests,
                proofs,
                campaign.map(
                        found -> new Coverage(TestCoverage.of(found, tests), TrainingCoverage.of(found, examples))),
                reports.stream().flatMap(report -> report.problems().stream()).toList());
    }

    private Report report(String file) {
        return reports.stream()
                .filter(report -> report.file().equals(file))
                .findFirst()
                .orElseGet(() -> {
                    Report report = new Report(file);
                    reports.add(report);
                    return report;
                });
    }

    private Optional<Tree> tree(String file, Report report) {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            report.error(0, "is missing", "Create it; the campaign format tells what goes into it");
            return Optional.empty();
        }
        return SourceText.read(path, SourceText.YAML_LIMIT, report).flatMap(text -> TreeReader.read(text, report));
    }

    private static Campaign withFacts(Campaign flow, Optional<Tree> facts, Report report) {
        List<Fact> read = facts.map(tree -> new FactsParser(Optional.of(flow), report).read(tree))
                .orElse(List.of());
        return flow.withFacts(read);
    }

    private boolean allFactsKnown() {
        return !report("facts.yaml").hasErrors();
    }

    private List<Example> examples(Campaign campaign) {
        Report report = report("utterances.csv");
        Path file = folder.resolve("utterances.csv");
        if (!Files.exists(file)) {
            report.error(0, "is missing", "Create it with the header session,text,label and what customers say");
            return List.of();
        }
        return ExampleReader.read(campaign, allFactsKnown(), file, report);
    }

    private List<Example> heldOut(Campaign campaign) {
        Path file = folder.resolve("held-out.csv");
        return Files.exists(file)
                ? ExampleReader.read(campaign, allFactsKnown(), file, report("held-out.csv"))
                : List.of();
    }

    private List<ConversationTest> tests(Campaign campaign) {
        Path conversations = folder.resolve("conversations");
        List<ConversationTest> tests = new ArrayList<>();
        if (!Files.isDirectory(conversations)) {
            report("conversations").warning(0, "is missing", "Write at least one conversation that ends in a sale");
            return tests;
        }
        for (Path file : yamlFiles(conversations)) {
            Report report = report("conversations/" + file.getFileName());
            SourceText.read(file, SourceText.YAML_LIMIT, report)
                    .flatMap(text -> TreeReader.read(text, report))
                    .flatMap(tree -> new ConversationReader(campaign, allFactsKnown(), report).read(tree))
                    .ifPresent(tests::add);
        }
        return tests;
    }

    private List<Path> yamlFiles(Path conversations) {
        try (Stream<Path> files = Files.list(conversations)) {
            List<Path> found = files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                report("conversations").warning(0, "is empty", "Write at least one conversation that ends in a sale");
            }
            return found;
        } catch (IOException e) {
            report("conversations").error(0, "cannot be opened", "Check that it may be read");
            return List.of();
        }
    }
}
