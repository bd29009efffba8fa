package io.parley.orderflow.version;

import io.parley.contracts.chat.ConversationTestReport;
import io.parley.contracts.version.CampaignFileView;
import io.parley.contracts.version.CampaignVersionDetail;
import io.parley.contracts.version.CampaignVersionView;
import io.parley.contracts.version.CampaignVersionWish;
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

/** Versions of campaigns over HTTP, for operators. */
@RestController
@RequestMapping("/campaigns/{campaign}/versions")
final class VersionsController {

    private final KeptVersions versions;
    private final Publishing publishing;
    private final VersionTrial trial;

    VersionsController(KeptVersions versions, Publishing publishing, VersionTrial trial) {
        this.versions = versions;
        this.publishing = publishing;
        this.trial = trial;
    }

    @GetMapping
    List<CampaignVersionView> all(@PathVariable String campaign) {
        return versions.all(campaign);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CampaignVersionDetail keep(@PathVariable String campaign, @RequestBody CampaignVersionWish wish) {
        return versions.keep(campaign, wish);
    }

    @GetMapping("/{number}")
    CampaignVersionDetail detail(@PathVariable String campaign, @PathVariable int number) {
        return versions.detail(campaign, number);
    }

    /** @param name with a slash where it stands in a folder */
    @GetMapping("/{number}/files")
    CampaignFileView file(@PathVariable String campaign, @PathVariable int number, @RequestParam String name) {
        return new CampaignFileView(name, versions.file(campaign, number, name));
    }

    @PostMapping("/{number}/tests")
    ConversationTestReport test(@PathVariable String campaign, @PathVariable int number) {
        return trial.play(campaign, number);
    }

    @PostMapping("/{number}/publish")
    CampaignVersionView publish(
            @PathVariable String campaign,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer expected,
            @RequestParam(defaultValue = "false") boolean insist) {
        return publishing.publish(
                campaign, number, expected == null ? OptionalInt.empty() : OptionalInt.of(expected), insist);
    }

    @PostMapping("/rollback")
    CampaignVersionView rollBack(@PathVariable String campaign) {
        return publishing.rollBack(campaign);
    }
}
