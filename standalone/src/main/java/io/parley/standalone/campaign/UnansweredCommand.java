package io.parley.standalone.campaign;

import io.parley.contracts.question.QuestionGroup;
import io.parley.contracts.question.SimilarFact;
import io.parley.standalone.client.GatewayOptions;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.stack.DataOptions;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What customers of a running Parley asked and no fact answered. */
@Command(
        name = "unanswered",
        description =
                "Lists what customers asked and no fact answered, grouped by what it means, the largest group first.",
        footer = {
            "",
            "The fact that comes closest may only lack that asking. Dismissed questions are gone; see the REST API.",
            "Exit codes: 0 done, 1 that could not be done, 2 the command was not understood."
        },
        mixinStandardHelpOptions = true)
public final class UnansweredCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CAMPAIGN", description = "The campaign's id.")
    private String campaign = "";

    @Mixin
    private GatewayOptions options = new GatewayOptions();

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        List<QuestionGroup> groups = options.client(data.operatorPasswordFile()).unansweredQuestions(campaign);
        print(groups, spec.commandLine().getOut());
        json.write(groups);
        return 0;
    }

    private static void print(List<QuestionGroup> groups, PrintWriter out) {
        if (groups.isEmpty()) {
            out.println("Every question was answered, or all are dealt with");
        }
        for (QuestionGroup group : groups) {
            out.println("%4d × %s".formatted(group.count(), group.text()));
            group.texts().stream().skip(1).forEach(text -> out.println("       " + text));
            out.println("       in %s, %s".formatted(String.join(", ", group.states()), days(group)));
            SimilarFact fact = group.similarFact();
            if (fact != null) {
                out.println(String.format(
                        Locale.ROOT,
                        "       closest fact: %s, %.2f by \"%s\"",
                        fact.fact(),
                        fact.similarity(),
                        fact.closest()));
            }
        }
        out.flush();
    }

    private static String days(QuestionGroup group) {
        String first = group.firstAskedAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
        String last = group.lastAskedAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
        return first.equals(last) ? first : first + " to " + last;
    }
}
