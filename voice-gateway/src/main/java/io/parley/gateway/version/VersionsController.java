package io.parley.gateway.version;

import io.parley.contracts.chat.ConversationTestReport;
import io.parley.contracts.version.CampaignFileView;
import io.parley.contracts.version.CampaignVersionDetail;
import io.parley.contracts.version.CampaignVersionView;
import io.parley.contracts.version.CampaignVersionWish;
import io.parley.gateway.upstream.CampaignVersions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/campaigns/{campaign}/versions")
@Tag(
        name = "Campaign versions",
        description = "Sent or edited, checked and proved, published for new conversations, rolled back. Conversations"
                + " under way finish on the version they began with.")
final class VersionsController {

    private final CampaignVersions versions;

    VersionsController(CampaignVersions versions) {
        this.versions = versions;
    }

    @GetMapping
    @Operation(summary = "Every version of a campaign, the latest first")
    List<CampaignVersionView> all(@PathVariable String campaign) {
        return versions.all(campaign);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Send a version, whole or as changes of another",
            description =
                    "Checked and proved as a campaign's folder is; with an error nothing is kept and every problem"
                            + " is told. Nobody is sold it before it is published. A campaign that is new begins so, too.")
    CampaignVersionDetail keep(@PathVariable String campaign, @RequestBody CampaignVersionWish wish) {
        return versions.keep(campaign, wish);
    }

    @GetMapping("/{number}")
    @Operation(summary = "A version with its warnings, proofs and coverage")
    CampaignVersionDetail detail(@PathVariable String campaign, @PathVariable int number) {
        return versions.detail(campaign, number);
    }

    @GetMapping("/{number}/files")
    @Operation(summary = "A file of a version")
    CampaignFileView file(
            @PathVariable String campaign,
            @PathVariable int number,
            @Parameter(description = "flow.yaml, or conversations/happy-path.yaml, and so on") @RequestParam
                    String name) {
        return versions.file(campaign, number, name);
    }

    @PostMapping("/{number}/tests")
    @Operation(
            summary = "Play a version's conversation tests",
            description = "With the models in use, before it is on sale.")
    ConversationTestReport test(@PathVariable String campaign, @PathVariable int number) {
        return versions.test(campaign, number);
    }

    @PostMapping("/{number}/publish")
    @Operation(
            summary = "Put a version on sale",
            description =
                    "Conversations that begin from now on begin with it. Refused while the next-state model does not"
                            + " know its states: train it on the version first (campaignVersion of a training job).")
    CampaignVersionView publish(
            @PathVariable String campaign,
            @PathVariable int number,
            @Parameter(description = "The version you saw on sale; 412 if it is another by now")
                    @RequestParam(required = false)
                    @Nullable
                    Integer expected,
            @Parameter(description = "Whether it shall be sold although its trial says otherwise")
                    @RequestParam(defaultValue = "false")
                    boolean insist) {
        return versions.publish(
                campaign, number, expected == null ? OptionalInt.empty() : OptionalInt.of(expected), insist);
    }

    @PostMapping("/rollback")
    @Operation(summary = "Put on sale again what was before")
    CampaignVersionView rollBack(@PathVariable String campaign) {
        return versions.rollBack(campaign);
    }
}
