package io.parley.standalone.campaign;

import io.parley.campaign.CampaignReader;
import io.parley.campaign.Reading;
import io.parley.contracts.chat.ConversationTestReport;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.embedded.StartFailure;
import io.parley.standalone.stack.CampaignOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Plays the conversation tests of a campaign against trained models and the real services. */
@Command(
        name = "test",
        description = "Plays the conversations in a campaign's folder and tells where one goes otherwise than written.",
        footer = {
            "",
            "Without --url a Parley of its own is started on free ports, which trains the models if the folder has changed.",
            "Exit codes: 0 all passed, 1 some did not, 2 the command was not understood."
        },
        mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CampaignOptions campaign = new CampaignOptions();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() throws InterruptedException {
        requireTests(campaign.folder());
        ConversationTestReport report = campaign.play(GatewayClient::test);
        Played.print(report, spec.commandLine().getOut());
        json.write(report);
        return report.failed() == 0 ? 0 : 1;
    }

    private static void requireTests(Path campaign) {
        Reading reading = CampaignReader.read(campaign);
        if (!reading.isValid()) {
            throw new StartFailure(
                    "The campaign is not valid:\n  "
                            + String.join(
                                    "\n  ",
                                    reading.errors().stream()
                                            .map(Object::toString)
                                            .toList())
                            + "\n",
                    "Correct it first");
        }
        if (reading.tests().isEmpty()) {
            throw new StartFailure(
                    "There is no conversation test in " + campaign.resolve("conversations"),
                    "Write one; docs/campaign-format.md shows how");
        }
    }
}
