package io.parley.standalone.review;

import io.parley.contracts.review.ReviewBatchGain;
import io.parley.contracts.review.ReviewExport;
import io.parley.contracts.review.ReviewItem;
import io.parley.contracts.review.ReviewPage;
import io.parley.contracts.review.ReviewReason;
import io.parley.contracts.review.ReviewVerdict;
import io.parley.standalone.client.GatewayOptions;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.client.ReviewsClient;
import io.parley.standalone.stack.DataOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Utterances of a running Parley that are worth a look, and what is made of them. */
@Command(
        name = "reviews",
        description = {
            "Lists utterances that are worth a look, the highest expected gain first;",
            "decides on them; writes approved ones as rows to learn from; tells what batches of them were worth."
        },
        footer = {
            "",
            "Append what is exported to the campaign's utterances.csv, train, then look at --batches.",
            "Exit codes: 0 done, 1 that could not be done, 2 the command was not understood."
        },
        mixinStandardHelpOptions = true)
public final class ReviewsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CAMPAIGN", description = "The campaign's id.")
    private String campaign = "";

    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "N",
            description = "List so many, 1 to 200; 20 unless given.")
    private int limit;

    @Option(
            names = "--approve",
            split = ",",
            paramLabel = "ID",
            description = "Approve the proposed labels of these, separated by commas.")
    private List<Long> approved = List.of();

    @Option(
            names = "--label",
            split = ",",
            paramLabel = "ID=LABEL",
            description = "Give another label; LABEL:FACT names the fact that answers a question or a doubt.")
    private Map<Long, String> labelled = new LinkedHashMap<>();

    @Option(names = "--dismiss", split = ",", paramLabel = "ID", description = "Dismiss these.")
    private List<Long> dismissed = List.of();

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "Make a batch of the approved rows and add them to FILE, in the columns it has.")
    private @Nullable Path export;

    @Option(names = "--batches", description = "Tell what each batch was worth instead.")
    private boolean batches;

    @Mixin
    private GatewayOptions options = new GatewayOptions();

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        ReviewsClient client = options.client(data.operatorPasswordFile()).reviews(campaign);
        approved.forEach(id -> tell(client.decide(id, new ReviewVerdict("approve", null, null))));
        labelled.forEach((id, label) -> tell(client.decide(id, relabelling(label))));
        dismissed.forEach(id -> tell(client.decide(id, new ReviewVerdict("dismiss", null, null))));
        if (export != null) {
            export(client, export);
        } else if (batches) {
            List<ReviewBatchGain> gains = client.batches();
            gains.forEach(this::tell);
            if (gains.isEmpty()) {
                say("No batch was exported yet");
            }
            json.write(gains);
        } else if (approved.isEmpty() && labelled.isEmpty() && dismissed.isEmpty()) {
            ReviewPage page = client.open(0, limit);
            page.items().forEach(this::list);
            say(page.total() == 0 ? "Nothing waits for review" : page.total() + " wait for review");
            json.write(page);
        }
        return 0;
    }

    private static ReviewVerdict relabelling(String label) {
        int colon = label.indexOf(':');
        return colon < 0
                ? new ReviewVerdict("relabel", label, null)
                : new ReviewVerdict("relabel", label.substring(0, colon), label.substring(colon + 1));
    }

    private void export(ReviewsClient client, Path file) {
        RowAppending appending = RowAppending.at(file);
        ReviewExport rows = client.batch();
        appending.add(rows.rows());
        say("batch %d: %d rows added to %s".formatted(rows.batch(), rows.rows().size(), file));
        if (rows.left() > 0) {
            say(rows.left() + " approved are left out: held-out.csv has their words");
        }
        json.write(rows);
    }

    private void list(ReviewItem item) {
        say(String.format(Locale.ROOT, "%5d  gain %.2f  %d × %s", item.id(), item.gain(), item.count(), item.text()));
        say(String.format(
                Locale.ROOT,
                "       in %s, proposed %s (%.2f), %s%s",
                item.state(),
                item.proposed(),
                item.confidence(),
                item.reasons().stream().map(ReviewReason::label).collect(Collectors.joining(", ")),
                item.heldOut() ? "; held out" : ""));
        say("       may be " + String.join(", ", item.allowed()));
    }

    private void tell(ReviewItem item) {
        say(item.id() + " is " + item.status() + (item.label() == null ? "" : " as " + item.label()));
    }

    private void tell(ReviewBatchGain gain) {
        say("batch %d: %d rows, %d of them relabelled, exported %s"
                .formatted(
                        gain.batch().id(),
                        gain.batch().rows(),
                        gain.batch().relabelled(),
                        gain.batch().exportedAt()));
        ReviewBatchGain.HeldOut heldOut = gain.heldOut();
        say(
                heldOut == null
                        ? "       not measured: " + gain.missing()
                        : String.format(
                                Locale.ROOT,
                                "       %s %.2f %% → %s %.2f %% of %d held-out rows right; %d now right, %d now wrong, p = %.3f",
                                gain.batch().versionBefore(),
                                100 * heldOut.before(),
                                gain.versionAfter(),
                                100 * heldOut.after(),
                                heldOut.rows(),
                                heldOut.nowRight(),
                                heldOut.nowWrong(),
                                heldOut.p()));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
