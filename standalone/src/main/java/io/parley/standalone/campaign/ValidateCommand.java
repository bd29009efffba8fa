package io.parley.standalone.campaign;

import io.parley.campaign.CampaignProblem;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.Proof;
import io.parley.campaign.Reading;
import io.parley.contracts.chat.Coverage;
import io.parley.contracts.chat.ProofView;
import io.parley.orderflow.campaign.UnheardAnswers;
import io.parley.standalone.client.JsonOutput;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks campaign folders without starting anything. */
@Command(
        name = "validate",
        description = {
            "Checks campaign folders, tells every problem with its file and line, and proves that the flow traps nobody:",
            "where it does, the shortest conversation that shows it stands under the problem."
        },
        footer = {"", "Exit codes: 0 valid (there may be warnings), 1 not valid, 2 the command was not understood."},
        mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {

    private static final String FLOW = "flow.yaml";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Campaign folders, with flow.yaml in each.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--coverage",
            description = "Also list what neither conversation tests nor, apart from them, training data touch.")
    private boolean coverage;

    @Mixin
    private JsonOutput json = new JsonOutput();

    /** What was found in one folder. */
    record Verdict(
            String folder,
            boolean valid,
            int states,
            int facts,
            int examples,
            List<CampaignProblem> problems,
            List<ProofView> proofs,
            @Nullable Coverage coverage) {}

    @Override
    public Integer call() {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new ParameterException(spec.commandLine(), "There is no folder " + folder);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Verdict> verdicts =
                folders.stream().map(folder -> verdict(folder, out)).toList();
        out.flush();
        json.write(verdicts);
        return verdicts.stream().allMatch(Verdict::valid) ? 0 : 1;
    }

    private Verdict verdict(Path folder, PrintWriter out) {
        Reading reading = CampaignReader.read(folder);
        List<CampaignProblem> problems = Stream.concat(reading.problems().stream(), UnheardAnswers.in(reading).stream())
                .toList();
        Verdict verdict = new Verdict(
                folder.toString(),
                reading.isValid(),
                reading.campaign().map(campaign -> campaign.states().size()).orElse(0),
                reading.campaign().map(campaign -> campaign.facts().size()).orElse(0),
                reading.examples().size(),
                problems,
                reading.proofs().stream().map(Proof::view).toList(),
                reading.coverage().orElse(null));
        print(verdict, reading, out);
        return verdict;
    }

    private void print(Verdict verdict, Reading reading, PrintWriter out) {
        Findings findings = new Findings(out);
        for (CampaignProblem problem : verdict.problems()) {
            out.println(Path.of(verdict.folder()).resolve(problem.toString()));
            findings.printConversation(problem, reading.proofs());
        }
        printVerdict(verdict, out);
        findings.printProofs(verdict.states(), reading.proofs());
        if (coverage) {
            reading.coverage().ifPresent(findings::printCoverage);
        }
    }

    private static void printVerdict(Verdict verdict, PrintWriter out) {
        if (verdict.valid()) {
            out.println("%s is valid: %d states, %d facts, %d examples"
                    .formatted(verdict.folder(), verdict.states(), verdict.facts(), verdict.examples()));
            return;
        }
        List<CampaignProblem> errors =
                verdict.problems().stream().filter(CampaignProblem::isError).toList();
        long inFlow =
                errors.stream().filter(problem -> problem.file().equals(FLOW)).count();
        out.println("%s has %d %s".formatted(verdict.folder(), errors.size(), errors.size() == 1 ? "error" : "errors"));
        if (inFlow > 0 && inFlow < errors.size()) {
            out.println("Correct " + FLOW + " first: what is wrong there makes other files look wrong too");
        }
    }
}
